package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IntervalStretchTest {
    private static IntervalStretch of(double bound, double... intervals) {
        long[] ends = new long[intervals.length + 1];
        ends[0] = 5_000;
        for (int i = 0; i < intervals.length; i++) {
            ends[i + 1] = ends[i] + Math.round(1000 * intervals[i]);
        }
        return IntervalStretch.lastOf(ends, ends.length, 1000 * bound);
    }

    @Test
    void equal_intervals_are_steady_after_four() {
        assertThat(of(0, 9, 10, 10, 10).steady()).isFalse();
        assertThat(of(0, 9, 10, 10, 10, 10)).isEqualTo(new IntervalStretch(1, 5, 10_000, 0, true));
    }

    @Test
    void intervals_that_take_turns_are_steady_after_three_turns_with_their_mean() {
        assertThat(of(0, 8, 12, 8, 12, 8).steady()).isFalse();
        assertThat(of(0, 8, 12, 8, 12, 8, 12)).isEqualTo(new IntervalStretch(0, 6, 10_000, 0, true));
        assertThat(of(0, 1, 2, 3, 10, 1, 2, 3, 10, 1, 2, 3, 10).mean()).isEqualTo(4_000);
    }

    @Test
    void what_is_faster_than_the_busiest_resource_is_not_steady_however_even() {
        assertThat(of(11, 10, 10, 10, 10, 10, 10, 10, 10).steady()).isFalse();
        assertThat(of(10.04, 10, 10, 10, 10, 10, 10, 10, 10).steady()).isTrue();
    }

    @Test
    void a_drift_is_not_steady_and_its_spread_is_that_of_the_latter_halfs_quarters() {
        IntervalStretch drift =
                of(0, IntStream.range(0, 16).mapToDouble(i -> 100 + i).toArray());
        assertThat(drift.steady()).isFalse();
        assertThat(drift.from()).isEqualTo(8);
        assertThat(drift.mean()).isEqualTo(111_500);
        assertThat(drift.spread()).isCloseTo(6 / 111.5, within(1e-12));
    }

    @Test
    void noise_settles_when_there_is_enough_of_it_and_then_near_its_mean() {
        Random random = new Random(1);
        double[] noise = IntStream.range(0, 4000)
                .mapToDouble(i -> 90 + 20 * random.nextDouble())
                .toArray();
        IntervalStretch found = of(0, noise);
        assertThat(found.steady()).isTrue();
        assertThat(found.mean()).isCloseTo(100_000, within(500.0));
    }
}
