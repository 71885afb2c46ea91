package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What drivers that leave rows of zeros at rest cost, by the data and without. */
class SkippedZerosTest {
    private static final int[] CODES = {0, 255, 1, 0, 16, 240, 3, 0, 0, 128};
    private static final Network NETWORK =
            Trained.dense(weights(CODES.length), Activation.NONE).folded();

    private static float[][] weights(int rows) {
        float[][] weights = new float[rows][4];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(weights[r], r + 1);
        }
        return weights;
    }

    /** Phases of 8 bits, and in how many of them a code has a digit other than zero. */
    static Stream<Arguments> drivers() {
        return Stream.of(
                Arguments.of("kind: bit-serial, bits: 1", 8, (IntUnaryOperator) Integer::bitCount),
                Arguments.of("kind: bit-serial, bits: 4", 2, (IntUnaryOperator) SkippedZerosTest::nibbles),
                Arguments.of("kind: voltage-level, bits: 4", 2, (IntUnaryOperator) SkippedZerosTest::nibbles),
                Arguments.of(
                        "kind: pulse-duration, bits: 8, unit: 1 ns", 1, (IntUnaryOperator) code -> Math.min(code, 1)));
    }

    private static int nibbles(int code) {
        return Math.min(code & 15, 1) + Math.min(code >> 4, 1);
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void without_data_the_stated_part_of_zeros_is_not_driven(String driver, int phases) {
        RunResult all = Given.run(chip(driver), NETWORK);
        RunResult some = Given.run(chip(driver + ", skip-zeros: 0.25"), NETWORK);

        assertThat(all.perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(CODES.length * phases);
        assertThat(some.perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(0.75 * CODES.length * phases);
        for (Action action : all.inventory().actions()) {
            if (!action.equals(CrossbarCore.ROW_DRIVE)) { // reads of cells go with input-activity, the zeros among them
                assertThat(some.perImage(1, action)).as(action.verb()).isEqualTo(all.perImage(1, action));
            }
        }
        assertThat(some.timeline().finish(1, 0)).isEqualTo(all.timeline().finish(1, 0));
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void with_data_the_zeros_there_are_are_not_driven(String driver, int phases, IntUnaryOperator driven) {
        assertThat(withData(chip(driver)).perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(CODES.length * phases);
        for (String assumed : List.of("0", "0.25", "1")) {
            RunResult run = withData(chip(driver + ", skip-zeros: " + assumed));

            assertThat(run.perImage(1, CrossbarCore.ROW_DRIVE))
                    .isEqualTo(Arrays.stream(CODES).map(driven).sum());
        }
    }

    @Test
    void reads_of_cells_follow_the_data_whether_zeros_are_skipped_or_not() {
        String driver = "kind: bit-serial, bits: 1";
        assertThat(withData(chip(driver + ", skip-zeros: 0.5")).perImage(1, CrossbarCore.CELL_READ))
                .isEqualTo(withData(chip(driver)).perImage(1, CrossbarCore.CELL_READ));
    }

    @Test
    void a_pulse_of_no_duration_charges_no_row_which_data_count_and_skipping_states_without() {
        String charged = "kind: pulse-duration, bits: 8, unit: 1 ns, voltage: 0.2 V, line-capacitance: 50 fF";
        ChipSpec plain = chip(charged);
        ChipSpec skipping = chip(charged + ", skip-zeros: 0.5");

        assertThat(withData(plain).perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(6);
        assertThat(withData(skipping).perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(6);
        assertThat(Given.run(plain, NETWORK).perImage(1, CrossbarCore.ROW_DRIVE))
                .isEqualTo(10);
        assertThat(Given.run(skipping, NETWORK).perImage(1, CrossbarCore.ROW_DRIVE))
                .isEqualTo(5);
    }

    private static ChipSpec chip(String driver) {
        String cost = driver.contains("voltage:") ? "area: 1 um2" : "energy: 1 pJ, area: 1 um2";
        return Given.chip(
                "analog-256", "tile.core.driver={" + driver + ", " + cost + "}", "tile.core.array.read-time=10 ns");
    }

    private static RunResult withData(ChipSpec chip) {
        float[] values = new float[CODES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = CODES[i] / 255f;
        }
        List<Batch> inputs = List.of(new Batch(1, NETWORK.node(0).output(), values));
        ChipArithmetic arithmetic = ChipArithmetic.of(ProgrammedNetwork.of(chip, NETWORK, inputs, 0, 1));
        arithmetic.begin(0);
        new Interpreter(NETWORK, arithmetic).run(inputs);
        LayerValues layer = LayerValues.of(1, arithmetic.tally(1), 1);
        return Given.run(chip, NETWORK).with(new Values(1, 1, "", null, null, 1, 0, 0, List.of(layer), List.of()));
    }
}
