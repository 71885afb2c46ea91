package mho.workloads.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The zoo's weights and MACs against published counts. */
class PublishedTotalsTest {

    @ParameterizedTest
    @CsvSource({
        // Pretrained models of torchvision, column "num_params" of their documentation.
        "vgg-1, 132863336", // vgg11
        "vgg-3, 138357544", // vgg16
        "vgg16, 138357544",
        "prime-vgg-d, 138357544",
        "vgg-4, 143667240", // vgg19
        "resnet18, 11689512",
        "resnet34, 21797672",
        "resnet50, 25557032",
        // The models of pytorch-cifar; VGG-16 has 4,224 biases more there, which its batch norms make idle.
        "cifar-vgg16, 14724042",
        "cifar-resnet18, 11173962",
        // Sum over the layers of Krizhevsky et al., NIPS 2012, section 3.5: "60 million parameters".
        "alexnet, 60965224",
    })
    void parametersAreThePublishedOnesToTheLast(String network, long published) {
        assertThat(Zoo.load(network).parameters()).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        // Simonyan and Zisserman, arXiv 1409.1556, Table 2: millions of parameters.
        "vgg-1, 133e6, 0.5e6",
        "vgg-2, 134e6, 0.5e6",
        "vgg-3, 138e6, 0.5e6",
        "vgg-4, 144e6, 0.5e6",
        // Totals of ISAAC's benchmarks by arithmetic on their layers.
        "msra-1, 178.00e6, 0.005e6",
        "msra-2, 183.31e6, 0.005e6",
        "msra-3, 330.58e6, 0.005e6",
        "deepface, 118.85e6, 0.005e6",
        // Sze et al., Proc. IEEE 105(12), 2017, Table II: 61 M weights.
        "alexnet, 61e6, 0.5e6",
        // Chi et al., ISCA 2016: 1.4e8 synapses.
        "prime-vgg-d, 1.4e8, 0.05e8",
    })
    void weightsAreThePublishedOnes(String network, double published, double rounding) {
        assertThat((double) Zoo.load(network).weights()).isCloseTo(published, within(rounding));
    }

    @ParameterizedTest
    @CsvSource({
        // torchvision, column "GFLOPS" of its documentation, where a MAC is one; ResNet-50 has the stride on the 3 x 3.
        "resnet18, 1.81e9, 0.005e9",
        "resnet34, 3.66e9, 0.005e9",
        "resnet50, 4.09e9, 0.005e9",
        "vgg-1, 7.61e9, 0.005e9",
        "vgg-3, 15.47e9, 0.005e9",
        "vgg-4, 19.63e9, 0.005e9",
        // He et al., CVPR 2016, Table 1: 1.8e9 and 3.6e9 multiply-adds.
        "resnet18, 1.8e9, 0.05e9",
        "resnet34, 3.6e9, 0.1e9",
        // Sze et al., Proc. IEEE 105(12), 2017, Table II: 724 M MACs.
        "alexnet, 724e6, 0.5e6",
        // Totals of ISAAC's benchmarks by arithmetic on their layers.
        "vgg-2, 11.771e9, 0.0005e9",
        "msra-1, 19.058e9, 0.0005e9",
        "msra-2, 23.220e9, 0.0005e9",
        "msra-3, 53.463e9, 0.0005e9",
        "deepface, 0.518e9, 0.0005e9",
        // Chi et al., ISCA 2016: 1.6e10 operations, a MAC being one.
        "prime-vgg-d, 1.6e10, 0.06e10",
    })
    void macsAreThePublishedOnes(String network, double published, double rounding) {
        assertThat((double) Zoo.load(network).macs()).isCloseTo(published, within(rounding));
    }

    @Test
    void operationsOfResNet18AreTwicePerMacWithTheStride() {
        // 5.49 GOP would be the count with the strides left out.
        assertThat(Zoo.load("resnet18").ops() / 1e9).isCloseTo(3.63, within(0.005));
    }

    @Test
    void leNetsLayersHaveThePublishedParametersAndConnections() {
        // LeCun et al., Proc. IEEE 86(11), 1998, section II.B. A connection is a MAC or a bias.
        Network lenet = Zoo.load("lenet5");
        assertThat(List.of(
                        named(lenet, "C1").parameters(),
                        named(lenet, "C5").parameters(),
                        named(lenet, "F6").parameters()))
                .containsExactly(156L, 48_120L, 10_164L);
        Node c1 = named(lenet, "C1");
        assertThat(c1.macs() + (long) c1.windows() * 6).isEqualTo(122_304);
    }

    @Test
    void theSmallNetworksAreWhatTheirNamesSay() {
        assertThat(Zoo.load("mlp").weights()).isEqualTo(784 * 250 + 250 * 125 + 125 * 10);
        assertThat(Zoo.load("rpu-mlp").weights()).isEqualTo(784 * 256 + 256 * 128 + 128 * 10);
        assertThat(Zoo.load("pcm-mlp").parameters()).isEqualTo(164_885); // Burr et al. 2015, abstract
        assertThat(Zoo.load("neurosim-mlp").parameters()).isEqualTo(400 * 100 + 100 * 10);
        assertThat(Zoo.load("prime-mlp-s").weights()).isEqualTo(519_500);
        assertThat(Zoo.load("prime-mlp-m").weights()).isEqualTo(1_411_500);
        assertThat(Zoo.load("prime-mlp-l").weights()).isEqualTo(3_181_000);
        assertThat(Zoo.load("prime-cnn-1").weights()).isEqualTo(51_225);
        assertThat(Zoo.load("prime-cnn-2").weights()).isEqualTo(146_890);
    }

    @Test
    void theLanguageModelIsTwoSquareCellsAndASoftmaxMatrix() {
        Network lm = Zoo.load("lstm-lm");
        long cell = 4L * 512 * (512 + 512);
        assertThat(lm.weights()).isEqualTo(2 * cell + 512 * 10_000);
        assertThat(lm.macs()).isEqualTo(35 * lm.weights());
        assertThat(lm.parameters()).isEqualTo(lm.weights() + 10_000 * 512 + 2 * 4 * 512 + 10_000);
    }

    static Stream<String> names() {
        return Zoo.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void foldingChangesNoCountAndFieldsFitTheirProducers(String name) {
        Network network = Zoo.load(name);
        Network folded = network.folded();
        assertThat(folded.weights()).isEqualTo(network.weights());
        assertThat(folded.macs()).isEqualTo(network.macs());
        assertThat(folded.outputs()).hasSize(1);
        // The scale inside a local response normalisation has no matrix in front that could take it.
        assertThat(folded.nodes())
                .noneMatch(
                        node -> node.kind().equals("batch-norm") && !node.name().equals("response1-scale"));
        for (Node node : folded.nodes()) {
            for (int i = 0; i < node.edges().size(); i++) {
                Node producer = folded.node(node.inputs().get(i));
                assertThat(node.field(i).positions()).as(node.name()).isEqualTo(producer.windows());
                assertThat(node.field(i).windows()).as(node.name()).isEqualTo(node.windows());
            }
        }
    }

    static Node named(Network network, String name) {
        return network.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
