package mho.workloads.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZooTest {

    static Stream<String> names() {
        return Zoo.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNetworkIsCalledWhatItsNameSaysAndHasASource(String name) {
        Network network = Zoo.load(name);
        assertThat(network.name()).isEqualTo(name);
        assertThat(network.about()).isNotBlank();
        assertThat(network.source()).isNotBlank();
        assertThat(Zoo.has(name)).isTrue();
    }

    @Test
    void theBenchmarksOfIsaacAndPrimeAreAllThere() {
        assertThat(Zoo.names())
                .contains("vgg-1", "vgg-2", "vgg-3", "vgg-4", "msra-1", "msra-2", "msra-3", "deepface")
                .contains("prime-cnn-1", "prime-cnn-2", "prime-mlp-s", "prime-mlp-m", "prime-mlp-l", "prime-vgg-d")
                .contains("alexnet", "vgg16", "resnet18", "resnet34", "resnet50", "lenet5", "mlp", "lstm-lm");
    }

    @Test
    void anAliasIsTheSameNetworkUnderItsOwnName() {
        assertThat(Zoo.load("vgg16").nodes()).isEqualTo(Zoo.load("vgg-3").nodes());
    }

    /** To the bit: bytes within the program and bytes of a file are read by different ways. */
    @Test
    void aTrainedNetworkHasTheWeightsOfItsFile() {
        Network built = Zoo.load("fmnist-lenet");
        Network read =
                OnnxReader.read(Path.of("src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx"), OnnxOptions.DEFAULT);
        int compared = 0;
        for (Node node : read.nodes()) {
            TrainedWeights weights = node.weightsHeld();
            Map<String, Tensor> tensors = weights == null ? Map.of() : weights.tensors();
            for (String role : tensors.keySet()) {
                assertThat(values(built.node(node.id()), role)).isEqualTo(values(node, role));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(8); // kernel and bias of four layers
    }

    private static float[] values(Node node, String role) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(node.weightsHeld()).tensors().get(role))
                .values()
                .get();
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThat(Zoo.has("vgg17")).isFalse();
        assertThatThrownBy(() -> Zoo.load("vgg17"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("no built-in network is called \"vgg17\", there are vgg-1, vgg-2, ");
    }
}
