package mho.workloads.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Locale;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What TPU v1 and DaDianNao were measured with, against the tables in the resources, whose heads say where they come from. */
class DigitalAnchorsTest {

    /** A byte is a weight; the batch is what MACs of a weight in one input are multiplied by. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "tpu_v1_apps.csv", numLinesToSkip = 3)
    void anApplicationHasThePublishedLayersWeightsAndMacs(
            String app,
            int dense,
            int conv,
            int vector,
            int pool,
            String functions,
            double millions,
            double macsPerWeight,
            int batch) {
        Network network = Zoo.load("tpu-" + app.toLowerCase(Locale.ROOT));
        List<Node> nodes = network.nodes();
        long cells = count(nodes, "lstm");
        assertThat(count(nodes, "dense") + 4 * cells).isEqualTo(dense);
        assertThat(count(nodes, "conv")).isEqualTo(conv);
        assertThat(nodes.stream().filter(node -> node.kind().endsWith("-pool"))).hasSize(pool);
        assertThat((double) network.weights()).isCloseTo(millions * 1e6, withinPercentage(1));
        assertThat((double) network.macs() * batch / network.weights()).isCloseTo(macsPerWeight, withinPercentage(1));
    }

    /** i g, f c, their sum, tanh c and o tanh c are one vector layer each, and so is a sum around a cell. */
    @Test
    void theTranslatorHasTheVectorLayersThatArePublished() {
        List<Node> nodes = Zoo.load("tpu-lstm0").nodes();
        assertThat(5 * count(nodes, "lstm") + count(nodes, "add")).isEqualTo(34);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "dadiannao_layers.csv", numLinesToSkip = 3)
    void aLayerHasThePublishedWeightsAndPositions(
            String layer,
            String type,
            int width,
            int height,
            Integer kernelWidth,
            Integer kernelHeight,
            int in,
            int out,
            long weights,
            int windows) {
        Network network = Zoo.load("dadiannao-" + layer.toLowerCase(Locale.ROOT));
        Node last = network.outputs().get(0);
        assertThat(network.nodes().get(0).output()).isEqualTo(new Shape(in, height, width));
        assertThat(last.output().channels()).isEqualTo(out);
        assertThat(last.windows()).isEqualTo(windows);
        assertThat(network.weights()).isEqualTo(weights);
        // A private kernel is used once; a kernel of a convolution at every position.
        assertThat(network.macs()).isEqualTo(type.startsWith("private") ? weights : weights * windows);
    }

    private static long count(List<Node> nodes, String kind) {
        return nodes.stream().filter(node -> node.kind().equals(kind)).count();
    }
}
