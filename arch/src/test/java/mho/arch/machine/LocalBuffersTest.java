package mho.arch.machine;

import static mho.arch.machine.OneLayer.COLUMNS;
import static mho.arch.machine.OneLayer.ROWS;
import static mho.arch.machine.OneLayer.VECTORS;
import static mho.arch.machine.OneLayer.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.values.TrainedMatrix;
import org.junit.jupiter.api.Test;

/** Arrays that stand in a grid, two by two, of 128 rows and 64 columns: 32 outputs are in the first pair of arrays, 28 in the second. */
class LocalBuffersTest {
    private static final int ARRAY_ROWS = 128;
    private static final int OUTPUTS = 32;
    private static final String BUFFER = "{%s: %s, energy: 1 fJ, area: 1 um2}";

    private final OneLayer layer = new OneLayer(Activation.NONE);

    private final float[][] weights = TrainedMatrix.of(layer.network.nodes().stream()
                    .filter(node -> node.matrix() != null)
                    .findFirst()
                    .orElseThrow())
            .weights(0, 0);

    private static ChipSpec grid(double jitter, double mismatch) {
        String grid =
                "tile.core.local-buffers={down: 2, across: 2, pulses: %s, currents: %s, adder: {energy: 1 fJ, area: 1 um2}}"
                        .formatted(BUFFER.formatted("jitter", jitter), BUFFER.formatted("mismatch", mismatch));
        return fine("tile.core.array.rows=128", "tile.core.array.columns=64", "tile.core.weights.bias=digital", grid);
    }

    @Test
    void without_errors_a_grid_computes_what_one_array_of_its_size_computes() {
        ChipSpec large =
                fine("tile.core.array.rows=256", "tile.core.array.columns=128", "tile.core.weights.bias=digital");
        float[] alone = layer.computed(large, 0, 1).values();
        assertThat(layer.computed(grid(0, 0), 0, 1).values()).isEqualTo(alone);
    }

    @Test
    void the_error_of_a_pulse_grows_with_the_buffers_that_it_has_passed() {
        double jitter = 0.01;
        double[] squares = new double[2];
        double[] wanted = new double[2];
        float[] made = layer.computed(grid(jitter, 0), 0, 1).values();
        float[] asked = layer.computed(grid(0, 0), 0, 1).values();
        for (int v = 0; v < VECTORS; v++) {
            for (int o = 0; o < COLUMNS; o++) {
                int array = o / OUTPUTS;
                double error = made[v * COLUMNS + o] - asked[v * COLUMNS + o];
                squares[array] += error * error;
                for (int r = 0; r < ROWS; r++) {
                    // one buffer before the first array, two before the second; inputs reach 1
                    wanted[array] += (array + 1) * Math.pow(jitter * weight(r, o), 2);
                }
            }
        }
        assertThat(squares[0]).isCloseTo(wanted[0], within(0.05 * wanted[0]));
        assertThat(squares[1]).isCloseTo(wanted[1], within(0.05 * wanted[1]));
    }

    /** The array next to the adders has no mirrors: rows from 128 on. */
    @Test
    void a_mirror_scales_the_current_of_a_column_of_its_array() {
        double mismatch = 0.05;
        float[] asked = layer.computed(grid(0, 0), 0, 1).values();
        double sum = 0;
        int seeds = 12;
        for (int seed = 1; seed <= seeds; seed++) {
            float[] made = layer.computed(grid(0, mismatch), 0, seed).values();
            for (int o = 0; o < COLUMNS; o++) {
                double positive = 0;
                double negative = 0;
                for (int r = 0; r < ARRAY_ROWS; r++) {
                    double part = layer.inputs.get(0).values()[r] * weight(r, o);
                    positive += Math.max(0, part);
                    negative += Math.max(0, -part);
                }
                double error = made[o] - asked[o];
                sum += error * error / (positive * positive + negative * negative);
            }
        }
        double measured = Math.sqrt(sum / seeds / COLUMNS);
        assertThat(measured).isCloseTo(mismatch, within(0.08 * mismatch)); // of 720 draws, three standard deviations
    }

    @Test
    void what_is_not_modelled_of_a_grid_is_refused() {
        String grid = "tile.core.local-buffers={down: 2, across: 2, pulses: {energy: 1 fJ, area: 1 um2},"
                + " currents: {energy: 1 fJ, area: 1 um2}, adder: {energy: 1 fJ, area: 1 um2}}";
        Stream.of(
                        "tile.core.array.wires={row: 1 Ohm, column: 1 Ohm}",
                        "tile.core.weights.sign=shared-reference",
                        "tile.core.array.columns=63")
                .forEach(setting -> assertThatThrownBy(() -> Given.chip("analog-256", List.of(grid, setting)))
                        .as(setting)
                        .isInstanceOf(BadInput.class));
    }

    private double weight(int row, int output) {
        return weights[row][output];
    }
}
