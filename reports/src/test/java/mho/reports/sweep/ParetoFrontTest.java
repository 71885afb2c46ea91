package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParetoFrontTest {
    @Test
    void onTheFrontNothingIsWorseInAll() {
        assertThat(ParetoFront.front(List.of(cost(1, 3), cost(2, 2), cost(3, 1), cost(3, 3), cost(2, 3))))
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void ofEqualPointsTheFirstStandsAlone() {
        assertThat(ParetoFront.front(List.of(cost(1, 1), cost(1, 1), cost(1, 2))))
                .containsExactly(true, false, false);
    }

    @Test
    void thoseWithoutCostsTakeNoPart() {
        List<ParetoFront.@Nullable Cost> costs = new ArrayList<>();
        costs.add(null);
        costs.add(cost(5, 5));
        assertThat(ParetoFront.front(costs)).containsExactly(false, true);
    }

    static List<Long> seeds() {
        return new Random(1).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatComparingAllWithAllFinds(long seed) {
        Random random = new Random(seed);
        int objectives = 1 + random.nextInt(4);
        int values = 2 + random.nextInt(20); // few values: many ties
        List<ParetoFront.@Nullable Cost> costs = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            costs.add(
                    random.nextInt(8) == 0
                            ? null
                            : cost(random.ints(objectives, -values, values)
                                    .asDoubleStream()
                                    .toArray()));
        }

        boolean[] front = ParetoFront.front(costs);

        for (int i = 0; i < costs.size(); i++) {
            ParetoFront.Cost cost = costs.get(i);
            boolean dominated = cost == null
                    || costs.stream().anyMatch(other -> other != null && dominates(other.costs(), cost.costs()))
                    || costs.subList(0, i).stream()
                            .anyMatch(other -> other != null && Arrays.equals(other.costs(), cost.costs()));
            assertThat(front[i]).as("seed %d, point %d", seed, i).isEqualTo(!dominated);
        }
    }

    private static boolean dominates(double[] a, double[] b) {
        boolean less = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            less |= a[i] < b[i];
        }
        return less;
    }

    /** 90 % of 100 images is good to 3 %: less energy for an accuracy that may as well be the same is no loss. */
    @Test
    void accuraciesWithinAStandardErrorMakeNoFront() {
        List<ParetoFront.@Nullable Cost> points = List.of(
                new ParetoFront.Cost(new double[] {-0.92, 2}, new double[] {0.027, 0}),
                new ParetoFront.Cost(new double[] {-0.90, 1}, new double[] {0.03, 0}),
                new ParetoFront.Cost(new double[] {-0.97, 3}, new double[] {0.017, 0}));

        assertThat(ParetoFront.front(points)).containsExactly(false, true, true);
    }

    private static ParetoFront.Cost cost(double... of) {
        return new ParetoFront.Cost(of, new double[of.length]);
    }
}
