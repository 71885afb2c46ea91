package mho.workloads.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void consumersAreListedOnceAndOutputsAreReadByNobody() {
        NetworkBuilder builder = Network.builder("net", "", "");
        int input = builder.input("input", new Shape(2, 3, 3));
        int square = builder.add("square", new Elementwise(Elementwise.Operator.MULTIPLY), input, input);
        int left = builder.add("left", new BatchNorm(), square);
        int right = builder.add("right", new BatchNorm(), square);
        Network network = builder.build();
        assertThat(network.consumers(input)).extracting(Node::name).containsExactly("square");
        assertThat(network.consumers(square)).extracting(Node::name).containsExactly("left", "right");
        assertThat(network.outputs()).containsExactly(network.node(left), network.node(right));
        assertThat(network.node(square).inputs()).containsExactly(input, input);
    }

    @Test
    void nodesOutOfOrderAreAMistakeOfTheProgram() {
        NetworkBuilder builder = Network.builder("net", "", "");
        int input = builder.input("input", Shape.vector(2));
        builder.add("norm", new BatchNorm(), input);
        List<Node> nodes = builder.build().nodes();
        assertThatThrownBy(() -> new Network("net", "", "", List.of(nodes.get(1), nodes.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node norm is out of order");
    }

    @Test
    void everyNodeMultipliesComputesOrMovesData() {
        // No free work: whatever is not an input does one of the three.
        Shape map = new Shape(4, 4, 4);
        for (Layer layer : List.of(
                new Conv(Kernel.point(), 2, 1, false),
                new Pool(Reduction.MAX, Kernel.square(1, 1, 0), false),
                new Concat(Concat.Along.CHANNELS),
                new Resize(8, 8, Resize.Interpolation.NEAREST),
                new ActivationLayer(Activation.RELU),
                View.flatten(map))) {
            Node node = OneLayerNetworks.node(layer, map);
            assertThat(node.matrix() != null || !node.work().isNone() || node.movesData())
                    .as(node.kind())
                    .isTrue();
        }
    }

    @Test
    void aStoredTensorIsReadOnlyWhenAskedFor() {
        int[] reads = {0};
        Tensor tensor = new Tensor(List.of(2), () -> {
            reads[0]++;
            return new float[] {1, 2};
        });
        assertThat(reads[0]).isZero();
        assertThat(tensor.values().get()).containsExactly(1, 2);
        assertThat(reads[0]).isEqualTo(1);
    }
}
