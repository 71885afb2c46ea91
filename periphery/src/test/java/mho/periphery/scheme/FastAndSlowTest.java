package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mho.periphery.random.NormalStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two arrays are for: a regression on cells whose steps up and down differ. */
class FastAndSlowTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;

    /** Steps of soft bounds, up stronger than down: with 0.5714 cells rest at weight 0.4, with 0.2 at 0.11. */
    private static String asymmetric(double upDown) {
        return "{kind: soft-bounds, step: 0.01, up-down: " + upDown
                + ", up-down-spread: 0.1, step-spread: 0.1, pulse-noise: 0.3}";
    }

    /**
     * Mean distance from the weights of the model, y = W x + noise, over the last quarter of a training by the squared error; rates of half a
     * per cent.
     */
    static double error(String scheme, String law, int updates) {
        LearningCells cells = cells(scheme, law, ROWS, COLUMNS, 5);
        float[] model = new float[ROWS * COLUMNS];
        for (int i = 0; i < model.length; i++) {
            model[i] = -0.3f + 0.6f * (i * 7 % 20) / 19;
        }
        NormalStream data = NormalStream.of(3);
        float[] x = new float[ROWS];
        float[] delta = new float[COLUMNS];
        double sum = 0;
        for (int i = 0; i < updates; i++) {
            float[] found = weights(cells);
            for (int row = 0; row < ROWS; row++) {
                x[row] = (float) (2 * data.uniform() - 1);
            }
            for (int column = 0; column < COLUMNS; column++) {
                float error = 0;
                for (int row = 0; row < ROWS; row++) {
                    int k = row * COLUMNS + column;
                    error += (found[k] - model[k]) * x[row];
                }
                delta[column] = error + 0.3f * (float) data.normal();
            }
            cells.update(x, 0, delta, 0, 0.05f);
            cells.exampleEnds();
            cells.batchEnds();
            if (i >= updates * 3 / 4) {
                double distance = 0;
                for (int k = 0; k < model.length; k++) {
                    distance += Math.abs(found[k] - model[k]) / model.length;
                }
                sum += distance / (updates / 4.0);
            }
        }
        return sum;
    }

    private static final String REFERENCED = ", fast: {kind: stochastic, weight: {kind: referenced}}}";

    /** One array settles between the model and where its cells rest; the best that 0.3 of noise allows is had with tiny even steps. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: tiki-taka, transfer-rate: 1" + REFERENCED,
                "{kind: tiki-taka-v2, transfer-rate: 0.5" + REFERENCED,
                "{kind: chopped, transfer-rate: 0.3, chop-probability: 0.05" + REFERENCED,
                "{kind: agad, transfer-rate: 0.1, chop-probability: 0.03}"
            })
    void a_fast_and_a_slow_array_converge_where_one_array_settles_wrong(String scheme) {
        double one = error("{kind: stochastic}", asymmetric(0.5714), 20_000);
        assertThat(error("{kind: stochastic}", "{kind: constant-step, step: 0.001}", 20_000))
                .isLessThan(0.05);
        assertThat(one).isGreaterThan(0.11);
        assertThat(error(scheme, asymmetric(0.5714), 20_000)).isLessThan(0.5 * one);
    }

    /** Without a reference the buffer gathers where the fast cells rest, unless its sign changes or it is taken off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: chopped, transfer-rate: 0.05, chop-probability: 0.1}",
                "{kind: agad, transfer-rate: 0.1, chop-probability: 0.03}"
            })
    void changing_signs_need_no_reference(String scheme) {
        double without =
                error("{kind: tiki-taka-v2, transfer-rate: 0.1, fast: {kind: stochastic}}", asymmetric(0.2), 60_000);
        assertThat(error(scheme, asymmetric(0.2), 60_000)).isLessThan(0.7 * without);
    }

    /** A row a transfer: after so many updates so many rows have been read, in turn, and each value multiplied into the buffer once. */
    @Test
    void reads_and_digital_operations_of_transfers_are_counted() {
        LearningCells cells = cells(
                "{kind: tiki-taka-v2, every: 3, transfer-rate: 1e-9" + REFERENCED,
                "{kind: constant-step, step: 0.001}",
                ROWS,
                COLUMNS,
                1);
        for (int i = 0; i < 30; i++) {
            cells.update(new float[] {1, 1, 1, 1, 1}, 0, new float[] {1, -1, 1, -1}, 0, 0.1f);
        }
        UpdateCounts counts = cells.counts();
        assertThat(counts.lineReads()).isEqualTo(10 * 2); // a cell and its reference
        assertThat(counts.cellReads()).isEqualTo(10 * 2 * COLUMNS);
        assertThat(counts.multiplyAdds()).isEqualTo(10 * COLUMNS);
        assertThat(counts.comparisons()).isEqualTo(10 * COLUMNS);
        assertThat(counts.transfers().slots()).isZero();
    }

    /** An ideal fast array of 0.1 a cell, read once: the buffer of 0.1 · 0.5 · rate is 2.5 steps, of which one is given. */
    @Test
    void a_full_buffer_gives_a_pulse_and_forgets_or_keeps_the_rest() {
        for (boolean forgets : new boolean[] {true, false}) {
            LearningCells cells = cells(
                    "{kind: tiki-taka-v2, transfer-rate: 0.5, momentum: 0.2, forgets: " + forgets
                            + ", fast: {kind: counted}}",
                    "{kind: constant-step, step: 0.001}",
                    1,
                    1,
                    1);
            cells.update(new float[] {1}, 0, new float[] {-2}, 0, 0.05f);
            assertThat(weights(cells)[0]).isCloseTo(0.001f, within(1e-6f));
            float[] buffer = new float[1];
            Learners.state(cells).take("buffer", buffer);
            float left = buffer[0];
            assertThat(left).isCloseTo(forgets ? 0.2f * 0.0025f : 0.0025f - 0.8f * 0.001f, within(1e-6f));
        }
    }

    /** C[r,:] += rate · A[r,:], by counted pulses: 0.05 · 0.1 is 5 steps. */
    @Test
    void a_row_that_was_read_is_learnt_by_the_slow_array() {
        LearningCells cells = cells(
                "{kind: tiki-taka, every: 2, fast-share: 0.25, fast: {kind: counted}, slow: {kind: counted}}",
                "{kind: constant-step, step: 0.001}",
                2,
                1,
                1);
        float[] x = {1, 0.5f};
        cells.update(x, 0, new float[] {-1}, 0, 0.05f);
        cells.update(x, 0, new float[] {-1}, 0, 0.05f);
        float[] weights = weights(cells);
        assertThat(weights[0]).isCloseTo(0.25f * 0.1f + 0.005f, within(1e-6f));
        assertThat(weights[1]).isCloseTo(0.25f * 0.05f, within(1e-6f));
    }
}
