package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pulses both ways at random lead a cell to where its steps are equal, from wherever it begins. */
class SymmetryPointTest {
    private static final int SIDE = 16;
    private static final String SPREAD = "step: 0.01, step-spread: 20 %, up-down-spread: 20 %, highest-spread: 20 %,"
            + " lowest-spread: 20 %, pulse-noise: 0.3";

    private static double[] settled(CellPopulation cells, float from) {
        SplittableRandom random = new SplittableRandom(9);
        double[] means = new double[SIDE * SIDE];
        for (int i = 0; i < means.length; i++) {
            int row = i / SIDE;
            int column = i % SIDE;
            cells.set(row, column, from);
            for (int n = 0; n < 6000; n++) {
                cells.pulse(row, column, random.nextBoolean() ? 1 : -1);
                means[i] += n < 1000 ? 0 : cells.kept(row, column) / 5000;
            }
        }
        return means;
    }

    /** v* = (up - down)/(up/highest - down/lowest), told from two pulses on each cell of the same seed without noise. */
    private static double symmetryPoint(CellPopulation quiet, int row, int column) {
        quiet.set(row, column, 0);
        quiet.pulse(row, column, 1);
        double up = quiet.kept(row, column);
        quiet.set(row, column, 0);
        quiet.pulse(row, column, -1);
        double down = -quiet.kept(row, column);
        return (up - down) / (up / quiet.highest(row, column) - down / quiet.lowest(row, column));
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.6f, 0.6f})
    void a_cell_with_soft_bounds_comes_to_rest_at_its_own(float from) {
        String law = "{kind: soft-bounds, " + SPREAD + "}";
        CellPopulation cells = Laws.law(law).population(SIDE, SIDE, 21);
        CellPopulation quiet =
                Laws.law(law.replace("pulse-noise: 0.3", "pulse-noise: 0")).population(SIDE, SIDE, 21);
        double[] settled = settled(cells, from);
        double error = 0;
        double size = 0;
        for (int i = 0; i < settled.length; i++) {
            double expected = symmetryPoint(quiet, i / SIDE, i % SIDE);
            error += Math.pow(settled[i] - expected, 2) / settled.length;
            size += expected * expected / settled.length;
        }
        // Within what is left of chance: 5000 pulses are some 50 times the memory of a cell.
        assertThat(Math.sqrt(size)).isGreaterThan(0.1);
        assertThat(Math.sqrt(error)).isLessThan(0.03);
    }

    @Test
    void with_the_symmetry_point_in_its_reference_a_cell_comes_to_rest_at_zero_and_without_elsewhere() {
        String law = "{kind: soft-bounds-reference, " + SPREAD + ", subtract-symmetry-point: true}";
        double[] subtracted = settled(Laws.law(law).population(SIDE, SIDE, 22), 0.3f);
        double[] asItIs = settled(Laws.law(law.replace("true", "false")).population(SIDE, SIDE, 22), 0.3f);
        assertThat(rootMeanSquare(subtracted)).isLessThan(0.03);
        assertThat(rootMeanSquare(asItIs)).isGreaterThan(0.1);
    }

    /** Where both steps are the same at every weight there is no such place, and a cell wanders between its bounds. */
    @Test
    void a_constant_step_has_none() {
        double[] settled = settled(Laws.law("{kind: constant-step, step: 0.01}").population(SIDE, SIDE, 23), 0);
        assertThat(rootMeanSquare(settled)).isGreaterThan(0.1);
    }

    @Test
    void steps_that_are_equal_at_the_middle_keep_the_mean_cell_there() {
        SoftBoundsReference law = (SoftBoundsReference)
                Laws.law("{kind: soft-bounds-reference, step: 0.01, up-down: 0.3, subtract-symmetry-point: true}");
        assertThat(law.change(true, 0) + law.change(false, 0)).isCloseTo(0, within(1e-15));
        double at = SoftBoundsReference.symmetryPoint(0.01, 0.007, 1, -1);
        assertThat(at).isCloseTo(3 / 17.0, within(1e-15));
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value / values.length;
        }
        return Math.sqrt(sum);
    }
}
