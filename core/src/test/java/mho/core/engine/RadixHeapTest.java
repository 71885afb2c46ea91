package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixHeapTest {
    private record Pair(long time, long order) {}

    @Test
    void equalTimesComeOutInTheOrderTheyWentIn() {
        RadixHeap heap = new RadixHeap();
        heap.push(70, 1);
        heap.push(5, 2);
        heap.push(70, 3);
        heap.push(5, 4);
        assertThat(heap.pop()).isEqualTo(2);
        heap.push(5, 5);
        heap.push(70, 6);
        List<Long> rest = new ArrayList<>();
        while (!heap.isEmpty()) {
            rest.add(heap.pop());
        }
        assertThat(rest).containsExactly(4L, 5L, 1L, 3L, 6L);
        assertThat(heap.time()).isEqualTo(70);
    }

    @Test
    void nobodySchedulesIntoThePast() {
        RadixHeap heap = new RadixHeap();
        heap.push(10, 0);
        heap.pop();
        heap.push(10, 0);
        assertThatThrownBy(() -> heap.push(9, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("scheduled at 9, before the present 10");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 31, 45, 60})
    void popsInTheOrderOfAStablePriorityQueue(int bits) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RadixHeap heap = new RadixHeap();
            PriorityQueue<Pair> naive =
                    new PriorityQueue<>(Comparator.comparingLong(Pair::time).thenComparingLong(Pair::order));
            int bound = 1 + random.nextInt(2000);
            for (long i = 0; i < 20_000; i++) {
                boolean push = heap.isEmpty() || (heap.size() < bound && random.nextBoolean());
                if (push) {
                    long step = bits == 0 ? 0 : random.nextLong(1L << random.nextInt(1, bits + 1));
                    long time = Math.min(Clock.HORIZON, heap.time() + step);
                    heap.push(time, i);
                    naive.add(new Pair(time, i));
                } else {
                    Pair expected = naive.remove();
                    assertThat(heap.pop()).as("seed %d, operation %d", seed, i).isEqualTo(expected.order);
                    assertThat(heap.time()).as("seed %d, operation %d", seed, i).isEqualTo(expected.time);
                }
                assertThat(heap.size()).isEqualTo(naive.size());
            }
        }
    }
}
