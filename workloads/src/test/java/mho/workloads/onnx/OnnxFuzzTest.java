package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.onnx.graph.ModelFile;
import mho.workloads.onnx.graph.Refusal;

/**
 * Whatever stands in a file, the answer is a network or one line that says what is wrong. With JAZZER_FUZZ=1 and
 * {@code -Djazzer.hooks=true} it searches for counterexamples; otherwise the stored inputs are tried.
 */
class OnnxFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyBytesAreANetworkOrRefused(byte[] bytes) {
        readOrRefuse(bytes);
    }

    /** True if the bytes are a network. */
    static boolean readOrRefuse(byte[] bytes) {
        try {
            Network network = OnnxReader.network(
                    ModelFile.parse(ByteBuffer.wrap(bytes)),
                    Path.of("/none"),
                    Path.of("fuzz.onnx"),
                    new OnnxOptions(1, Map.of()));
            assertThat(network.folded().macs()).isEqualTo(network.macs());
            return true;
        } catch (Refusal | BadInput refusal) {
            assertThat(refusal).message().isNotBlank().doesNotContain("\n");
            return false;
        }
    }
}
