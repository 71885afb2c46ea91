package mho.reports.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {
    private static double[] at(double... costs) {
        return costs;
    }

    @Test
    void aPointDominatesABox() {
        assertThat(Hypervolume.of(List.of(at(1, 2, 3)), at(3, 5, 7))).isEqualTo(2 * 3 * 4);
    }

    @Test
    void boxesThatOverlapCountOnce() {
        assertThat(Hypervolume.of(List.of(at(0, 1), at(1, 0)), at(2, 2))).isEqualTo(3);
        assertThat(Hypervolume.of(List.of(at(0, 1), at(0.5, 1), at(1, 0), at(1, 0)), at(2, 2)))
                .as("dominated and equal points add nothing")
                .isEqualTo(3);
    }

    @Test
    void whatIsBeyondTheReferenceDominatesNothing() {
        assertThat(Hypervolume.of(List.of(at(0, 3)), at(2, 2))).isZero();
        assertThat(Hypervolume.of(List.of(), at(2, 2))).isZero();
    }

    /** Against cells of a grid on which all points stand, counted one by one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void isThatOfAGridCountedCellByCell(int objectives) {
        int side = 6;
        Random random = new Random(objectives);
        for (int trial = 0; trial < 20; trial++) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                points.add(IntStream.range(0, objectives)
                        .mapToDouble(o -> random.nextInt(side))
                        .toArray());
            }
            double[] reference =
                    IntStream.range(0, objectives).mapToDouble(o -> side).toArray();
            int cells = 0;
            for (int cell = 0; cell < Math.pow(side, objectives); cell++) {
                cells += isDominated(cell, side, points) ? 1 : 0;
            }
            assertThat(Hypervolume.of(points, reference)).isEqualTo(cells, within(1e-9));
        }
    }

    private static boolean isDominated(int cell, int side, List<double[]> points) {
        return points.stream().anyMatch(point -> {
            int rest = cell;
            for (double cost : point) {
                if (cost > rest % side) {
                    return false;
                }
                rest /= side;
            }
            return true;
        });
    }
}
