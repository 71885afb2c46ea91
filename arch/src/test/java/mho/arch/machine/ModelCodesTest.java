package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import mho.workloads.values.Batch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs of quantised models are driven in the codes that the models say. */
class ModelCodesTest {
    private static final Path MODELS = Path.of("../workloads/src/test/resources/onnx");

    /** Pixels from 0 to 1 are codes of 1/255 in the one file, and codes of their own range, 0 to 255, in the other. */
    @ParameterizedTest
    @CsvSource({"qdq.onnx, 0.00392156862745098, 1", "dynquant.onnx, 1, 255"})
    void theFirstLayerReadsTheModelsCodes(String file, double step, float highest) {
        Network network =
                OnnxReader.read(MODELS.resolve(file), OnnxOptions.DEFAULT).folded();
        Node input = network.node(0);
        float[] values = new float[28 * 28];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 256 / 255f;
        }
        Batch pixels = new Batch(1, input.output(), values);
        Ranges ranges = Ranges.of(network, List.of(pixels), 8);
        int first = network.nodes().stream()
                .filter(node -> node.matrix() != null)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(Objects.requireNonNull(ranges.inputs(first).grid()).step()).isCloseTo(step, within(1e-9));
        assertThat(ranges.input(first).high()).isCloseTo(highest, within(1e-5f));
        assertThat(ranges.input(first).low()).isZero();
    }
}
