package mho.periphery.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NormalStreamTest {
    private static final int DRAWS = 4_000_000;

    /** Probabilities of |N(0, 1)| beyond whole deviations, to ten digits, and beyond where the ziggurat ends and its tail begins. */
    private static final double[][] BEYOND = {
        {0.5, 0.6170750774519738},
        {1, 0.3173105078629141},
        {2, 0.04550026389635842},
        {3, 0.002699796063260189},
        {3.6541528853610088, 2.580324876539018e-4},
        {4, 6.334248366623984e-5},
    };

    @Test
    void equal_seeds_and_places_give_equal_bits_and_others_others() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            for (long place = 0; place < 30; place++) {
                assertThat(NormalStream.of(seed, place, 1).bits())
                        .isEqualTo(NormalStream.of(seed, place, 1).bits());
                seen.add(NormalStream.of(seed, place).bits());
                seen.add(NormalStream.of(seed, place, 0).bits());
            }
        }
        assertThat(seen).hasSize(1800);
    }

    /** What any machine has to give: computed once, on x86-64. */
    @Test
    void the_first_numbers_of_a_stream_never_change() {
        NormalStream stream = NormalStream.of(1, 2, 3);
        long bits = stream.bits();
        long sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum = 31 * sum + Double.doubleToRawLongBits(stream.normal());
        }
        assertThat(new long[] {bits, sum}).containsExactly(FIRST_BITS, SUM_OF_A_MILLION);
    }

    private static final long FIRST_BITS = -472043638275886756L;
    private static final long SUM_OF_A_MILLION = 6992410026251971868L;

    @Test
    void moments_are_those_of_a_normal_number() {
        NormalStream stream = NormalStream.of(11);
        double[] sums = new double[7];
        for (int i = 0; i < DRAWS; i++) {
            double x = stream.normal();
            double power = 1;
            for (int k = 1; k <= 6; k++) {
                power *= x;
                sums[k] += power;
            }
        }
        double[] expected = {1, 0, 1, 0, 3, 0, 15};
        double[] variances = {0, 1, 2, 15, 96, 945, 10170}; // of x^k: E x^2k - (E x^k)^2
        for (int k = 1; k <= 6; k++) {
            assertThat(sums[k] / DRAWS)
                    .as("moment %d", k)
                    .isCloseTo(expected[k], within(4 * Math.sqrt(variances[k] / DRAWS)));
        }
    }

    @Test
    void as_many_lie_beyond_a_deviation_as_should_on_either_side() {
        NormalStream stream = NormalStream.of(12);
        long[] above = new long[BEYOND.length];
        long[] below = new long[BEYOND.length];
        for (int i = 0; i < DRAWS; i++) {
            double x = stream.normal();
            for (int b = 0; b < BEYOND.length && Math.abs(x) > BEYOND[b][0]; b++) {
                (x > 0 ? above : below)[b]++;
            }
        }
        for (int b = 0; b < BEYOND.length; b++) {
            double expected = DRAWS * BEYOND[b][1] / 2;
            assertThat((double) above[b])
                    .as("above %s", BEYOND[b][0])
                    .isCloseTo(expected, within(4 * Math.sqrt(expected)));
            assertThat((double) below[b])
                    .as("below %s", BEYOND[b][0])
                    .isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }

    /** 200 intervals of equal probability by the integral of the density, so that a layer of the wrong width shows. */
    @Test
    void every_interval_of_equal_probability_has_its_share() {
        int bins = 200;
        double[] edges = edges(bins);
        long[] counts = new long[bins];
        NormalStream stream = NormalStream.of(13);
        for (int i = 0; i < DRAWS; i++) {
            int at = Arrays.binarySearch(edges, stream.normal());
            counts[at >= 0 ? at + 1 : -at - 1]++;
        }
        double chiSquare = 0;
        double each = (double) DRAWS / bins;
        for (long count : counts) {
            chiSquare += (count - each) * (count - each) / each;
        }
        // 199 degrees of freedom: mean 199, deviation 20.
        assertThat(chiSquare).isBetween(130.0, 280.0);
    }

    private static double[] edges(int bins) {
        double[] edges = new double[bins - 1];
        double step = 1e-4;
        double area = 0;
        int next = 0;
        for (double x = -9; next < bins - 1; x += step) {
            double slice = step * Math.exp(-(x + step / 2) * (x + step / 2) / 2) / Math.sqrt(2 * Math.PI);
            if (area + slice >= (next + 1.0) / bins) {
                edges[next] = x + step * ((next + 1.0) / bins - area) / slice;
                next++;
            }
            area += slice;
        }
        return edges;
    }

    @Test
    void neighbours_and_streams_side_by_side_do_not_know_each_other() {
        NormalStream one = NormalStream.of(14, 0);
        NormalStream other = NormalStream.of(14, 1);
        double own = 0;
        double across = 0;
        double squares = 0;
        double before = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = one.normal();
            double y = other.normal();
            own += x * before;
            across += x * y;
            squares += (x * x - 1) * (before * before - 1) / 2;
            before = x;
        }
        double limit = 4 * Math.sqrt(DRAWS);
        assertThat(new double[] {own, across, squares}).satisfies(all -> {
            for (double sum : all) {
                assertThat(sum).isBetween(-limit, limit);
            }
        });
    }

    @Test
    void uniform_numbers_fill_their_interval() {
        NormalStream stream = NormalStream.of(15);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double u = stream.uniform();
            assertThat(u >= 0 && u < 1).isTrue();
            sum += u;
            squares += u * u;
        }
        assertThat(sum / DRAWS).isCloseTo(0.5, within(4 / Math.sqrt(12.0 * DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1 / 3.0, within(4 * Math.sqrt(4.0 / 45 / DRAWS)));
    }
}
