package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Tally;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/** What chains of voltages do to values, on a trained perceptron of two layers, 784-64-10. */
final class AnalogLinkValuesTest {
    private static final Path PERCEPTRON = Path.of("../reports/examples/fmnist-perceptron.onnx");
    private static final int CALIBRATION = 64;
    private static final int TESTED = 400;

    private final Network network =
            OnnxReader.read(PERCEPTRON, OnnxOptions.DEFAULT).folded();
    private final DataSet data = Pictures.shipped();
    private final Batch tested = data.batch(CALIBRATION, TESTED);
    private final Batch wanted =
            new Interpreter(network, new FloatArithmetic()).run(List.of(tested)).get(0);

    /** Nothing rounds but codes of weights and inputs. */
    private static ChipSpec fine(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "precision.values=14 bit",
                "tile.core.driver.bits=14",
                "tile.core.driver.energy=1 pJ",
                "tile.core.driver.area=1 um2",
                "tile.core.weights.bits=14",
                "tile.core.array.cell.bits=14",
                "tile.core.adc.bits=24",
                "tile.core.adc.range=full-scale",
                "tile.core.adc.energy=1 pJ",
                "tile.core.adc.area=1 um2"));
        settings.addAll(List.of(more));
        return Given.chip("reno", settings);
    }

    private ChipArithmetic arithmetic(ChipSpec chip, Batch calibration) {
        ChipArithmetic made = ChipArithmetic.of(ProgrammedNetwork.of(chip, network, List.of(calibration), 0, 1));
        made.begin(0);
        return made;
    }

    private Batch outputs(ChipSpec chip, Batch calibration) {
        return new Interpreter(network, arithmetic(chip, calibration))
                .run(List.of(tested))
                .get(0);
    }

    /** Calibrated on what is computed, so that nothing is beyond a range. */
    private double sqnrDb(ChipSpec chip) {
        Tally tally = new Tally();
        tally.compare(wanted.values(), outputs(chip, tested).values());
        return LayerValues.sqnrDb(tally);
    }

    private double accuracy(float[] outputs) {
        int classes = outputs.length / TESTED;
        int right = 0;
        for (int i = 0; i < TESTED; i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = outputs[i * classes + c] > outputs[i * classes + best] ? c : best;
            }
            right += best == data.label(CALIBRATION + i) ? 1 : 0;
        }
        return (double) right / TESTED;
    }

    @Test
    void amplifiers_without_error_add_none() {
        assertThat(sqnrDb(fine("tile.core.analog-link.error=0"))).isGreaterThan(60);
    }

    @Test
    void errors_of_amplifiers_are_independent_so_that_four_cost_as_much_as_one_of_twice_the_error() {
        double one = sqnrDb(fine("tile.core.analog-link.hops=1", "tile.core.analog-link.error=1 %"));
        double four = sqnrDb(fine("tile.core.analog-link.hops=4", "tile.core.analog-link.error=1 %"));
        double twice = sqnrDb(fine("tile.core.analog-link.hops=1", "tile.core.analog-link.error=2 %"));

        assertThat(four).isCloseTo(twice, within(1e-6));
        assertThat(one - four).isCloseTo(6.02, within(0.3));
    }

    @Test
    void only_what_leaves_the_last_layer_is_converted() {
        ChipArithmetic arithmetic = arithmetic(Given.chip("reno"), data.batch(0, CALIBRATION));
        new Interpreter(network, arithmetic).run(List.of(tested));
        long converted = network.nodes().stream()
                .mapToLong(node -> arithmetic.tally(node.id()).conversions)
                .sum();

        assertThat(converted).isEqualTo(10L * TESTED);
    }

    @Test
    void a_tuning_error_of_one_percent_costs_a_perceptron_little() {
        double before = accuracy(wanted.values());
        double after = accuracy(outputs(Given.chip("nor-flash-perceptron"), data.batch(0, CALIBRATION))
                .values());

        assertThat(before - after).isLessThan(0.03);
    }

    @Test
    void weights_below_threshold_change_with_temperature() {
        double tuned = sqnrDb(Given.chip("nor-flash-perceptron"));
        double warm = sqnrDb(Given.chip("nor-flash-perceptron", "temperature=330 K"));
        double cold = sqnrDb(Given.chip("nor-flash-perceptron", "temperature=270 K"));

        assertThat(warm).isLessThan(tuned - 3);
        assertThat(cold).isLessThan(tuned - 3);
    }
}
