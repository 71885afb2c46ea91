package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.Refusal;
import org.junit.jupiter.api.Test;

/** What a file leaves open. */
class OpenSizesTest {

    private static Onnx linear(Object... sizes) {
        return Onnx.model()
                .input("x", sizes)
                .weights("w", 4, 2)
                .node("MatMul", "x w", "y")
                .output("y");
    }

    @Test
    void anOpenLeadingDimensionIsTheBatchAndOneUnlessGiven() {
        assertThat(linear("N", 4).network().macs()).isEqualTo(8);
        assertThat(linear("", 4).network().macs()).isEqualTo(8);
        assertThat(linear(0, 4).network().macs()).isEqualTo(8);
        assertThat(linear(-1, 4).network().macs()).isEqualTo(8);
        assertThat(linear("N", 4).network(new OnnxOptions(6, Map.of())).macs()).isEqualTo(48);
        assertThat(linear("N", 4).network(new OnnxOptions(1, Map.of("N", 6))).macs())
                .isEqualTo(48);
    }

    @Test
    void aDimensionCalledBatchIsTheBatchWhereverItStands() {
        Network network = linear("steps", "batch_size", 4).network(new OnnxOptions(1, Map.of("steps", 5)));
        assertThat(network.node(0).output()).isEqualTo(Shape.sequence(4, 5));
    }

    @Test
    void allMissingSizesAreAskedForAtOnce() {
        Onnx model = Onnx.model()
                .input("x", "batch", "sequence", 4)
                .input("z", "batch", "", 4)
                .weights("w", 4, 2)
                .node("MatMul", "x w", "a")
                .node("MatMul", "z w", "b")
                .output("a", "b");
        assertThat(model.refusal())
                .isEqualTo("open dimensions need a size: sequence, z.1, give --dim sequence=… --dim z.1=…");
        Network network = model.network(new OnnxOptions(1, Map.of("sequence", 3, "z.1", 5)));
        assertThat(network.nodes()).extracting(Node::windows).containsExactly(3, 5, 3, 5);
    }

    @Test
    void aSizeByTheBatchsNameGoesToTheOtherDimensionOfThatName() {
        // As in a well-known sentence embedder, whose sentence length is called "batch" as well.
        Onnx model = linear("batch", "batch", 4);
        assertThat(model.refusal()).isEqualTo("open dimensions need a size: batch, give --dim batch=…");
        assertThat(model.network(new OnnxOptions(1, Map.of("batch", 7))).node(0).output())
                .isEqualTo(Shape.sequence(4, 7));
    }

    @Test
    void aSizeForADimensionThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> linear("N", "T", 4).network(new OnnxOptions(1, Map.of("t", 3))))
                .isInstanceOf(Refusal.class)
                .hasMessage("no open dimension is called \"t\", there are N, T");
        assertThatThrownBy(() -> linear(1, 4).network(new OnnxOptions(1, Map.of("t", 3))))
                .hasMessage("no open dimension is called \"t\", all are fixed");
    }

    @Test
    void aBatchOfNoneAndANegativeSizeAreRefused() {
        assertThatThrownBy(() -> new OnnxOptions(0, Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessage("--batch 0: a batch has 1 input or more");
        assertThatThrownBy(() -> new OnnxOptions(1, Map.of("T", -2)))
                .isInstanceOf(BadInput.class)
                .hasMessage("--dim T=-2: a dimension is 0 or more");
    }
}
