package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.Conv;
import mho.workloads.network.Kernel;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainedWeights;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and columns of nothing but zeros take no arrays, no energy, and change no value. */
class LeftOutZerosTest {
    private static final String COMPACT = "mapping.compact=zeros";

    static IntStream seeds() {
        return IntStream.range(0, 160);
    }

    /** 784 inputs of which 196 have a weight, 300 outputs of which 100 have one. */
    private static final Network PRUNED =
            Trained.dense(pruned(784, 4, 300, 3), Activation.NONE).folded();

    private static float[][] pruned(int rows, int everyRow, int columns, int everyColumn) {
        float[][] weights = new float[rows][columns];
        for (int r = 0; r < rows; r += everyRow) {
            for (int c = 0; c < columns; c += everyColumn) {
                weights[r][c] = 1 + r + c;
            }
        }
        return weights;
    }

    @Test
    void arrays_are_those_of_the_matrix_that_remains() {
        Stage whole = dense(Given.chip("analog-256"));
        Stage left = dense(Given.chip("analog-256", COMPACT));

        // 256 rows, 256 / 2 weights side by side
        assertThat(whole.arrays()).isEqualTo(4 * 3);
        assertThat(left.arrays()).isEqualTo(1);
        assertThat(List.of(whole.rowsLeftOut(), whole.columnsLeftOut())).containsExactly(0, 0);
        assertThat(List.of(left.rowsLeftOut(), left.columnsLeftOut())).containsExactly(588, 200);
    }

    private static Stage dense(ChipSpec chip) {
        return Pipeline.of(PRUNED, chip.timingView()).stages().get(1);
    }

    @Test
    void cells_rows_and_conversions_are_those_of_the_matrix_that_remains() {
        RunResult whole = Given.run(Given.chip("analog-256"), PRUNED);
        RunResult left = Given.run(Given.chip("analog-256", COMPACT), PRUNED);

        assertThat(ratio(left, whole, CrossbarCore.CELL_READ)).isCloseTo(196.0 * 100 / (784.0 * 300), within(1e-12));
        assertThat(ratio(left, whole, CrossbarCore.ROW_DRIVE))
                .isCloseTo(196.0 / (784 * 3), within(1e-12)); // of three blocks of columns, one
        assertThat(ratio(left, whole, CrossbarCore.CONVERT))
                .isCloseTo(100.0 / (4 * 300), within(1e-12)); // of four blocks of rows, one
        assertThat(left.placement().arrays()).isEqualTo(1);
        assertThat(left.timeline().finish(1, 0)).isLessThan(whole.timeline().finish(1, 0));
    }

    private static double ratio(RunResult some, RunResult all, Action action) {
        return some.perImage(1, action) / all.perImage(1, action);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_are_the_same_to_the_bit_and_arrays_never_more(int seed) {
        Random random = Seeds.random(9000 + seed);
        List<String> settings = new ArrayList<>(ExactTest.settings(random));
        Network network = Trained.pruned(Trained.randomly(ExactTest.network(random), random), random)
                .folded();
        ChipSpec whole = Given.chip("analog-256", settings);
        if (!whole.layout().zeros()) {
            return; // refused, as another test has it
        }
        settings.add(COMPACT);
        ChipSpec left = Given.chip("analog-256", settings);
        Shape shape = network.node(0).output();
        double low = random.nextBoolean() ? 0 : -1;
        List<Batch> calibration = List.of(Trained.evenly(4, shape, low, 1, random));
        List<Batch> inputs = List.of(Trained.evenly(3, shape, 1.3 * low, 1.3, random));

        List<Batch> wanted = computed(whole, network, calibration, inputs);
        List<Batch> made = computed(left, network, calibration, inputs);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(made.get(i).values())
                    .as("seed %d: %s", seed, settings)
                    .containsExactly(wanted.get(i).values());
        }
        List<Stage> all = Pipeline.of(network, whole.timingView()).stages();
        List<Stage> some = Pipeline.of(network, left.timingView()).stages();
        for (int s = 0; s < all.size(); s++) {
            assertThat(some.get(s).arrays()).isLessThanOrEqualTo(all.get(s).arrays());
        }
    }

    private static List<Batch> computed(ChipSpec chip, Network network, List<Batch> calibration, List<Batch> inputs) {
        ChipArithmetic arithmetic = ChipArithmetic.of(ProgrammedNetwork.of(chip, network, calibration, 0, 1));
        arithmetic.begin(0);
        return new Interpreter(network, arithmetic).run(inputs);
    }

    @Test
    void of_a_matrix_of_zeros_one_weight_is_stored() {
        Network zeros = Trained.dense(new float[300][300], Activation.NONE).folded();
        Stage stage = Pipeline.of(zeros, Given.chip("analog-256", COMPACT).timingView())
                .stages()
                .get(1);

        assertThat(stage.arrays()).isEqualTo(1);
        assertThat(List.of(stage.rowsLeftOut(), stage.columnsLeftOut())).containsExactly(299, 299);
    }

    @Test
    void a_line_of_a_grouped_layer_is_left_out_where_it_is_zero_in_every_group() {
        // two groups of two inputs and two outputs; the second input is zero in both, the second output in one
        Network grouped = grouped(1, 0, 2, 0, 3, 0, 0, 0);
        Stage stage = Pipeline.of(grouped, Given.chip("analog-256", COMPACT).timingView())
                .stages()
                .get(1);

        assertThat(List.of(stage.rowsLeftOut(), stage.columnsLeftOut())).containsExactly(1, 0);
    }

    /** Output by output. */
    private static Network grouped(float... kernel) {
        NetworkBuilder builder = Network.builder("grouped", "", "");
        int input = builder.input("input", new Shape(4, 1, 1));
        Conv conv = new Conv(Kernel.point(), 4, 2, false);
        builder.add(
                "conv",
                conv,
                List.of(input),
                Activation.NONE,
                0,
                new TrainedWeights(Map.of("kernel", Trained.tensor(kernel))));
        return builder.build().folded();
    }

    @Test
    void a_zero_of_a_quantised_model_is_the_code_of_its_zero_point() {
        Network quantised = new Written(new Random(1), 1, 4)
                .given("w", Written.INT8, new long[] {4, 3}, 5, -7, 3, 3, 3, 3, 0, 0, 3, 3, 9, 3)
                .real("ws", 0.01)
                .whole("wz", Written.INT8, 3)
                .node("DequantizeLinear", "w ws wz", "wd")
                .node("MatMul", "x wd", "y")
                .network()
                .folded();
        Stage stage = Pipeline.of(quantised, Given.chip("analog-256", COMPACT).timingView()).stages().stream()
                .filter(each -> each.tiling() != null)
                .findFirst()
                .orElseThrow();

        assertThat(List.of(stage.rowsLeftOut(), stage.columnsLeftOut())).containsExactly(1, 1);
    }

    @Test
    void a_weight_that_cells_round_to_zero_is_stored() {
        Network small = Trained.dense(new float[][] {{1}, {1e-6f}, {0}}, Activation.NONE)
                .folded();
        Stage stage = Pipeline.of(small, Given.chip("analog-256", COMPACT).timingView())
                .stages()
                .get(1);

        assertThat(stage.rowsLeftOut()).isEqualTo(1);
    }

    @Test
    void a_network_without_weights_is_refused() {
        Network shapes = Given.network("3, 1, 1", "dense: {name: fc, out: 2}");

        assertThatThrownBy(() -> Given.run(Given.chip("analog-256", COMPACT), shapes))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "mapping.compact=zeros: nothing says which weights of layer fc are zero (it has no weights)")
                .hasMessageContaining(".onnx");
    }

    @Test
    void weights_that_are_signs_hold_no_zero_to_leave_out() {
        assertThatThrownBy(() -> Given.chip(
                        "analog-256",
                        COMPACT,
                        "tile.core.array.cell.bits=1",
                        "tile.core.weights={bits: 1, sign: offset}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("mapping.compact")
                .hasMessageContaining("signs");
    }
}
