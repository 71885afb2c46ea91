package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import mho.periphery.random.NormalStream;
import org.junit.jupiter.api.Test;

/** What two arrays are for: a regression on cells whose steps up and down differ. */
class FastAndSlowTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;

    /** Steps of soft bounds, up stronger than down: cells rest at weight 0.4. */
    private static final String ASYMMETRIC =
            "{kind: soft-bounds, step: 0.01, up-down: 0.5714, up-down-spread: 0.1, step-spread: 0.1, pulse-noise: 0.3}";

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

    @Test
    void fast_and_slow_arrays_converge_where_one_array_settles_wrong() {
        double single = error("{kind: stochastic}", ASYMMETRIC, 20_000);
        double symmetric = error("{kind: stochastic}", "{kind: constant-step, step: 0.001}", 20_000);
        double[] found = {
            single,
            symmetric,
            error("{kind: tiki-taka, transfer-rate: 2}", ASYMMETRIC, 20_000),
            error("{kind: tiki-taka-v2, transfer-rate: 2}", ASYMMETRIC, 20_000),
            error(
                    "{kind: chopped, transfer-rate: 2, fast: {kind: stochastic, weight: {kind: referenced}}}",
                    ASYMMETRIC,
                    20_000),
            error("{kind: chopped, transfer-rate: 2}", ASYMMETRIC, 20_000),
            error("{kind: tiki-taka-v2, transfer-rate: 2, fast: {kind: stochastic}}", ASYMMETRIC, 20_000),
            error("{kind: agad, transfer-rate: 2}", ASYMMETRIC, 20_000),
        };
        assertThat(Arrays.toString(found)).isEmpty();
    }
}
