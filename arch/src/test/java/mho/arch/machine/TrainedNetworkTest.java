package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import mho.arch.Given;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import org.junit.jupiter.api.Test;

/** What imperfections do to a trained network, layer by layer: monotone where physics says so. */
class TrainedNetworkTest {
    private static final Path LENET = Path.of("../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx");
    private static final int INPUTS = 64;

    private final Network network = OnnxReader.read(LENET, OnnxOptions.DEFAULT).folded();
    private final DataSet data = Pictures.shipped();
    private final DataSet tested = data.range(INPUTS, 2 * INPUTS);
    private final Reference reference = Reference.of(network, tested, Reference.ROOM);

    private Values values(double seconds, String... settings) {
        ProgrammedNetwork analog = ProgrammedNetwork.of(
                Given.chip("analog-256", settings), network, List.of(data.batch(0, INPUTS)), seconds, 1);
        return Evaluation.of(analog, reference, data.first(INPUTS), 2, done -> {});
    }

    private static double[] sqnr(Values values) {
        return values.layers().stream().mapToDouble(LayerValues::sqnrDb).toArray();
    }

    @Test
    void aBitMoreNeverCostsALayerSqnrAndIsSixDecibelsWhileItLimits() {
        double[][] sqnr = new double[11][];
        for (int bits = 4; bits <= 10; bits++) {
            sqnr[bits] = sqnr(values(0, "tile.core.adc.bits=" + bits));
            for (int layer = 0; bits > 4 && layer < sqnr[bits].length; layer++) {
                assertThat(sqnr[bits][layer])
                        .as("layer %d, %d bits", layer, bits)
                        .isGreaterThan(sqnr[bits - 1][layer] - 1);
            }
        }
        // of the first layer, which has no other's errors; in 8 bits weights and inputs begin to matter
        assertThat(sqnr[7][0] - sqnr[4][0]).isCloseTo(3 * 6.02, within(1.5));
    }

    @Test
    void moreResistanceNeverGivesALayerSqnr() {
        double[] before = sqnr(values(0));
        for (String ohms : List.of("1 Ohm", "8 Ohm")) {
            double[] now = sqnr(values(0, "tile.core.array.wires={row: %s, column: %s}".formatted(ohms, ohms)));
            for (int layer = 0; layer < now.length; layer++) {
                assertThat(now[layer]).as("layer %d, %s", layer, ohms).isLessThan(before[layer] + 0.5);
            }
            before = now;
        }
    }

    @Test
    void twiceTheProgrammingErrorCostsAboutSixDecibels() {
        double[] two = sqnr(values(0, "tile.core.array.cell.programming-error=2 %"));
        double[] four = sqnr(values(0, "tile.core.array.cell.programming-error=4 %"));
        for (int layer = 0; layer < two.length; layer++) {
            // the same draws twice as large; a ReLU hides some of either
            assertThat(two[layer] - four[layer]).as("layer %d", layer).isCloseTo(6.02, within(1.5));
        }
    }

    @Test
    void timeNeverGivesSqnr() {
        double before = Double.POSITIVE_INFINITY;
        for (double seconds : new double[] {20, 86_400, 3.15e7}) {
            double now = values(seconds, "tile.core.array.cell={bits: 8, device: pcm-joshi, read-voltage: 0.2 V}")
                    .sqnrDb();
            assertThat(now).as("%s s", seconds).isLessThan(before);
            before = now;
        }
    }
}
