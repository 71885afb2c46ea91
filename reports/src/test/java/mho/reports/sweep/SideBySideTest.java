package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final List<Integer> THINGS = IntStream.range(0, 40).boxed().toList();

    @Test
    void one_thread_is_the_one_that_asks() {
        Set<Thread> at = ConcurrentHashMap.newKeySet();
        SideBySide.of(THINGS, 1, thing -> at.add(Thread.currentThread()));
        assertThat(at).containsExactly(Thread.currentThread());
    }

    /** Two meet, which one alone would wait for for ever; there is no third. */
    @Test
    void as_many_work_as_there_are_threads_and_answers_come_in_order() {
        Set<Thread> at = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        List<Integer> squares = SideBySide.of(THINGS, 2, thing -> {
            at.add(Thread.currentThread());
            both.countDown();
            await(both);
            return thing * thing;
        });
        assertThat(at).hasSize(2).doesNotContain(Thread.currentThread());
        assertThat(squares)
                .isEqualTo(THINGS.stream().map(thing -> thing * thing).toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_the_work_throws_is_thrown() {
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> SideBySide.of(THINGS, threads, thing -> refused()))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("no");
        }
    }

    private static int refused() {
        throw new BadInput("no");
    }
}
