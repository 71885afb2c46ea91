package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.IDEAL;
import static mho.periphery.scheme.Learners.STEP;
import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of several cells. */
class ComposedWeightTest {
    private static final int SIDE = 60;

    private static double variance(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return squares / values.length - mean * mean;
    }

    /** The same change, 0.42 by pulses of 300 % noise, in N cells of which each takes its turn: variance over N. */
    @ParameterizedTest
    @ValueSource(ints = {3, 7})
    void n_cells_have_a_variance_n_times_smaller(int devices) {
        float[] ones = new float[SIDE];
        java.util.Arrays.fill(ones, 1);
        double[] found = new double[2];
        for (int i = 0; i < 2; i++) {
            int n = i == 0 ? 1 : devices;
            LearningCells cells = cells(
                    "{kind: counted, weight: {kind: several, devices: " + n + "}}",
                    "{kind: constant-step, step: 0.01, pulse-noise: 3, highest: 100, lowest: -100}",
                    SIDE,
                    SIDE,
                    4);
            for (int k = 0; k < 21; k++) {
                cells.update(ones, 0, ones, 0, 0.02f);
            }
            float[] weights = weights(cells);
            double mean = 0;
            for (float weight : weights) {
                mean += weight / weights.length;
            }
            assertThat(mean).isCloseTo(-0.42, within(0.02));
            found[i] = variance(weights);
        }
        assertThat(found[0] / found[1]).isCloseTo(devices, within(0.12 * devices));
    }

    /** Four updates of 6 steps of a third each are 6 pulses on one cell at a time, and the counter is back at the first. */
    @Test
    void one_cell_takes_an_update_and_the_next_the_next() {
        LearningCells cells = cells("{kind: counted, weight: {kind: several, devices: 3}}", IDEAL, 1, 1, 1);
        for (int i = 0; i < 4; i++) {
            cells.update(new float[] {1}, 0, new float[] {-1}, 0, (float) (2 * STEP));
        }
        assertThat(cells.populations()).extracting(each -> each.wear(0, 0)).containsExactly(12, 6, 6);
        assertThat(weights(cells)[0]).isCloseTo((float) (8 * STEP), within(1e-6f));
    }

    /** Up heeded in one of 2 updates, down in one of 3, by trains and by numbers of pulses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: counted, ",
                "{kind: stochastic, slots: 4, length-management: false, update-management: false, amplification: 1, "
            })
    void requests_of_one_way_may_be_left_out(String rule) {
        LearningCells cells =
                cells(rule + "weight: {kind: several, devices: 1, up-every: 2, down-every: 3}}", IDEAL, 1, 2, 1);
        for (int i = 0; i < 12; i++) {
            cells.update(new float[] {1}, 0, new float[] {-1, 1}, 0, (float) (4 * STEP));
        }
        assertThat(weights(cells)[0]).isCloseTo((float) (6 * 4 * STEP), within(1e-5f));
        assertThat(weights(cells)[1]).isCloseTo((float) (-4 * 4 * STEP), within(1e-5f));
        assertThat(cells.counts().updates().coincidences()).isEqualTo(40);
    }

    @Test
    void a_pair_that_takes_turns_pulses_plus_up_and_then_minus_down() {
        LearningCells cells = cells("{kind: counted, weight: {kind: pair, pulsed: alternate}}", IDEAL, 1, 1, 1);
        for (int i = 0; i < 2; i++) {
            cells.update(new float[] {1}, 0, new float[] {-1}, 0, (float) (5 * STEP));
        }
        assertThat(cells.populations().get(0).upPulses()).isEqualTo(5);
        assertThat(cells.populations().get(1).downPulses()).isEqualTo(5);
        assertThat(weights(cells)[0]).isCloseTo((float) (10 * STEP), within(1e-6f));
    }

    /** Soft bounds with steps of 1.5 up for 1 down rest where 1.5(1 − w) = 1 + w. */
    @Test
    void a_reference_at_the_symmetry_point_puts_zero_where_pulses_both_ways_lead() {
        String law = "{kind: soft-bounds, step: 0.005, up-down: 0.3333333333, pulse-noise: 0.3}";
        LearningCells cells = cells("{kind: counted, weight: {kind: referenced}}", law, 6, 6, 1);
        assertThat(cells.populations().get(1).weight(2, 3)).isCloseTo(0.2f, within(0.01f));
        assertThat(weights(cells)[10]).isZero();
        float[] ones = {1, 1, 1, 1, 1, 1};
        float[] minus = {-1, -1, -1, -1, -1, -1};
        for (int i = 0; i < 1000; i++) {
            cells.update(ones, 0, i % 2 == 0 ? ones : minus, 0, 0.02f);
        }
        for (float weight : weights(cells)) {
            assertThat(weight).isCloseTo(0, within(0.06f));
        }
        LearningCells middle = cells("{kind: counted, weight: {kind: referenced, at: middle}}", law, 6, 6, 1);
        assertThat(middle.populations().get(1).weight(2, 3)).isZero();
    }
}
