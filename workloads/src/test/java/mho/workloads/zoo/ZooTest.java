package mho.workloads.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
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

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThat(Zoo.has("vgg17")).isFalse();
        assertThatThrownBy(() -> Zoo.load("vgg17"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("no built-in network is called \"vgg17\", there are vgg-1, vgg-2, ");
    }
}
