package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.text;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import mho.workloads.network.Activation;
import mho.workloads.network.Concat;
import mho.workloads.network.DigitalWork;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Pad;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators that work value by value, normalise, cut, join and move. */
class OperatorsTest {

    private static Onnx image() {
        return Onnx.model().input("x", 1, 6, 4, 5).weights("w", 6, 6, 1, 1).node("Conv", "x w", "c");
    }

    private static Onnx sequence() {
        return Onnx.model().input("x", 1, 10, 8).weights("w", 8, 8).node("MatMul", "x w", "c");
    }

    private static TensorProto number(String name, double value) {
        return Onnx.scalar(value).toBuilder().setName(name).build();
    }

    @ParameterizedTest
    @CsvSource({
        "Relu, RELU",
        "LeakyRelu, LEAKY_RELU",
        "Sigmoid, SIGMOID",
        "Tanh, TANH",
        "HardSwish, HARD_SWISH",
        "Gelu, GELU",
        "Erf, ERF",
        "Softplus, SOFTPLUS",
        "Exp, EXP",
        "Sqrt, SQRT",
        "Neg, NEGATE",
        "Round, ROUND"
    })
    void functionsOfOneValueAreFusedIntoTheirProducer(String operator, Activation function) {
        Node conv = image().node(operator, "c", "y").output("y").last();
        assertThat(conv.kind()).isEqualTo("conv");
        assertThat(conv.activation()).isEqualTo(function);
    }

    @Test
    void clipIsReluOrRelu6WhereItsBoundsSaySo() {
        Onnx old = image().opset(6).node("Clip", "c", "y", Onnx.real("min", 0), Onnx.real("max", 6));
        assertThat(old.output("y").last().activation()).isEqualTo(Activation.RELU6);
        Onnx halfOpen = image().tensor(number("zero", 0)).node("Clip", "c zero", "y");
        assertThat(halfOpen.output("y").last().activation()).isEqualTo(Activation.RELU);
        Onnx other = image().tensor(number("one", 1)).node("Clip", "c - one", "y");
        assertThat(other.output("y").last().activation()).isEqualTo(Activation.CLIP);
    }

    @Test
    void aPowerOfTwoIsAProductWithItself() {
        Node square = sequence()
                .tensor(number("two", 2))
                .node("Pow", "c two", "y")
                .output("y")
                .last();
        assertThat(square.kind()).isEqualTo("multiply");
        assertThat(square.inputs()).containsExactly(1, 1);
        assertThat(square.work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 8, 0, 0));
    }

    @Test
    void dividingByAConstantIsMultiplyingByItsReciprocal() {
        Node scaled = Onnx.model()
                .input("x", 1, 10, 8)
                .tensor(number("root", 2.8))
                .node("Div", "x root", "y")
                .output("y")
                .last();
        assertThat(scaled.work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 8, 0, 0));
    }

    @Test
    void aConstantThatDiffersFromPositionToPositionIsAddedThere() {
        Node sum = sequence()
                .weights("p", 1, 10, 8)
                .node("Add", "c p", "y")
                .output("y")
                .last();
        assertThat(sum.kind()).isEqualTo("add");
        assertThat(sum.inputs()).hasSize(1);
    }

    @Test
    void aConstantThatEnlargesItsPartnerStretchesIt() {
        Network network = Onnx.model()
                .input("x", 1, 1, 8)
                .weights("p", 1, 10, 8)
                .node("Add", "x p", "y")
                .output("y")
                .network();
        assertThat(network.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(Shape.sequence(8, 10)));
    }

    @Test
    void aMaskForAllHeadsIsRepeatedOnce() {
        Onnx model = Onnx.model().input("m", 1, 1, 1, 10).input("x", 1, 10, 8).integers("heads", 1, -1, 2, 4);
        for (String name : new String[] {"a", "b"}) {
            model.node("Reshape", "x heads", "h" + name)
                    .node("Transpose", "h" + name, "q" + name, ints("perm", 0, 2, 1, 3))
                    .node("Transpose", "h" + name, "k" + name, ints("perm", 0, 2, 3, 1))
                    .node("MatMul", "q" + name + " k" + name, "s" + name)
                    .node("Add", "s" + name + " m", name)
                    .output(name);
        }
        Network network = model.network().folded();
        assertThat(network.nodes())
                .extracting(Node::kind)
                .containsExactly("input", "input", "matmul", "concat", "add", "matmul", "add");
        assertThat(network.node(3).output()).isEqualTo(Shape.vector(20));
    }

    @Test
    void layerNormAsOneOperatorIsOneLayer() {
        Node norm = sequence()
                .weights("scale", 8)
                .weights("shift", 8)
                .node("LayerNormalization", "c scale shift", "y")
                .output("y")
                .last();
        assertThat(norm.kind()).isEqualTo("layer-norm");
        assertThat(norm.parameters()).isEqualTo(16);
    }

    @Test
    void layerNormInItsPartsIsDigitalWork() {
        Network network = sequence()
                .opset(13)
                .tensor(number("two", 2))
                .tensor(number("epsilon", 1e-5))
                .node("ReduceMean", "c", "m", ints("axes", -1))
                .node("Sub", "c m", "d")
                .node("Pow", "d two", "s")
                .node("ReduceMean", "s", "v", ints("axes", -1))
                .node("Add", "v epsilon", "e")
                .node("Sqrt", "e", "r")
                .node("Div", "d r", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.nodes())
                .extracting(Node::kind)
                .containsExactly(
                        "input", "dense", "average-reduce", "subtract", "multiply", "average-reduce", "add", "divide");
        assertThat(network.node(2).output()).isEqualTo(Shape.sequence(1, 10));
    }

    @Test
    void normalisationsThatMeasureTheDataAreTheirSteps() {
        Network instance = image().weights("s", 6)
                .node("InstanceNormalization", "c s s", "y")
                .output("y")
                .network();
        assertThat(instance.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(new Shape(6, 4, 5)));
        assertThat(instance.nodes())
                .extracting(Node::kind)
                .containsExactly(
                        "input",
                        "conv",
                        "average-pool",
                        "subtract",
                        "multiply",
                        "average-pool",
                        "sqrt",
                        "divide",
                        "batch-norm");
        Network group = image().opset(21)
                .weights("s", 6)
                .node("GroupNormalization", "c s s", "y", integer("num_groups", 2))
                .output("y")
                .network();
        assertThat(group.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(new Shape(6, 4, 5)));
        Network local =
                image().node("LRN", "c", "y", integer("size", 5)).output("y").network();
        assertThat(local.nodes())
                .filteredOn(node -> node.kind().equals("add"))
                .singleElement()
                .satisfies(node -> assertThat(node.work().byUnit().adds()).isEqualTo(4 * 6));
    }

    @Test
    void softmaxRunsOverTheAxesItNames() {
        Node channels = image().node("Softmax", "c", "y", integer("axis", 1))
                .output("y")
                .last();
        assertThat(channels.layer()).isEqualTo(new Softmax(1));
        assertThat(channels.output()).isEqualTo(new Shape(6, 4, 5));
        Node columns = image().node("Softmax", "c", "y").output("y").last();
        assertThat(columns.output()).isEqualTo(new Shape(5, 6, 4));
        Node all = image().opset(12).node("Softmax", "c", "y").output("y").last();
        assertThat(all.output()).isEqualTo(Shape.vector(120));
    }

    @Test
    void mapsAreJoinedAlongChannelsRowsOrColumns() {
        for (Concat.Along along : Concat.Along.values()) {
            Node join = image().node("Relu", "x", "r")
                    .node("Concat", "c r", "y", integer("axis", along.ordinal() + 1))
                    .output("y")
                    .last();
            assertThat(join.layer()).isEqualTo(new Concat(along));
        }
    }

    @Test
    void aConstantInFrontOfASequenceIsPadding() {
        // The class token of a vision transformer.
        Network network = sequence()
                .weights("token", 1, 1, 8)
                .node("Concat", "token c", "y", integer("axis", 1))
                .output("y")
                .network();
        assertThat(network.nodes())
                .filteredOn(node -> node.layer() instanceof Pad)
                .singleElement()
                .satisfies(node -> assertThat(node.output()).isEqualTo(Shape.sequence(8, 11)));
    }

    @Test
    void slicesTakeChannelsRowsAndColumns() {
        Network network = image().integers("from", 2, 3, 4)
                .integers("to", 5, -100, 0)
                .integers("axes", 1, 2, 3)
                .integers("steps", 1, -1, -2)
                .node("Slice", "c from to axes steps", "y")
                .output("y")
                .network();
        assertThat(network.node(2).layer()).isEqualTo(new Slice(2, 3, 3, 4, 4, 2, -1, -2));
    }

    @Test
    void partsOfASplitAreSlices() {
        Network network = image().node("Split", "c", "a b", integer("axis", 1))
                .node("Mul", "a b", "y")
                .output("y")
                .network()
                .folded();
        Node product = network.node(2);
        assertThat(product.output()).isEqualTo(new Shape(3, 4, 5));
        assertThat(product.inputs()).containsExactly(1, 1);
        assertThat(product.inputChannels(0)).isEqualTo(3);
    }

    @Test
    void channelShuffleCostsNothing() {
        Network network = image().integers("apart", 1, 2, 3, 4, 5)
                .integers("together", 1, 6, 4, 5)
                .node("Reshape", "c apart", "a")
                .node("Transpose", "a", "t", ints("perm", 0, 2, 1, 3, 4))
                .node("Reshape", "t together", "s")
                .node("Conv", "s w", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.nodes()).extracting(Node::kind).containsExactly("input", "conv", "conv");
        assertThat(network.node(2).field(0).barrier()).isZero();
    }

    @Test
    void patchesOfAnImageBecomeASequenceInOrder() {
        Network network = Onnx.model()
                .input("x", 1, 3, 32, 32)
                .weights("k", 16, 3, 8, 8)
                .weights("w", 16, 16)
                .integers("to", 1, 16, -1)
                .node("Conv", "x k", "c", ints("strides", 8, 8))
                .node("Reshape", "c to", "r")
                .node("Transpose", "r", "t", ints("perm", 0, 2, 1))
                .node("MatMul", "t w", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.node(2).output()).isEqualTo(Shape.sequence(16, 16));
        assertThat(network.node(2).field(0).lastNeeded(5)).isEqualTo(5);
    }

    @Test
    void rowsAndColumnsSwappedMustAllBeThere() {
        Node conv = image().node("Transpose", "c", "t", ints("perm", 0, 1, 3, 2))
                .node("Conv", "t w", "y")
                .output("y")
                .last();
        assertThat(conv.output()).isEqualTo(new Shape(6, 5, 4));
        assertThat(conv.field(0).lastNeeded(0)).isEqualTo(19);
    }

    @Test
    void anImageReadAsASequenceOfColumnsIsReordered() {
        // (1, C, H, W) multiplied along W: every row of every channel is a position.
        Node dense = image().weights("v", 5, 7)
                .node("MatMul", "c v", "y")
                .output("y")
                .last();
        assertThat(dense.matrix()).isEqualTo(new Matrix(1, 5, 7, 1, false));
        assertThat(dense.windows()).isEqualTo(24);
    }

    @Test
    void paddingAndCroppingAtOnce() {
        Network network = image().integers("pads", 0, 0, 1, -1, 0, 0, 2, 0)
                .node("Pad", "c pads", "y", text("mode", "reflect"))
                .output("y")
                .network();
        assertThat(network.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(new Shape(6, 7, 4)));
    }

    @Test
    void copiesAlongEveryAxis() {
        Network network = image().integers("times", 1, 2, 1, 3)
                .node("Tile", "c times", "y")
                .output("y")
                .network();
        assertThat(network.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(new Shape(12, 4, 15)));
        Network wide = Onnx.model()
                .input("x", 1, 6, 1, 5)
                .integers("to", 1, 6, 4, 5)
                .weights("w", 6, 6, 1, 1)
                .node("Conv", "x w", "c")
                .node("Expand", "c to", "y")
                .output("y")
                .network();
        assertThat(wide.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(new Shape(6, 4, 5)));
    }

    @Test
    void quantisedAndRestoredValuesPassThrough() {
        Node conv = Onnx.model()
                .input("x", 1, 6, 4, 5)
                .tensor(number("s", 0.1))
                .weights("w", 6, 6, 1, 1)
                .node("QuantizeLinear", "x s", "q")
                .node("DequantizeLinear", "q s", "d")
                .node("Conv", "d w", "c")
                .node("Relu", "c", "y")
                .output("y")
                .last();
        assertThat(conv.id()).isEqualTo(1);
        assertThat(conv.activation()).isEqualTo(Activation.RELU);
    }

    @Test
    void aDynamicallyQuantisedProductKeepsItsMatrix() {
        TensorProto weights = TensorProto.newBuilder()
                .setName("w")
                .setDataType(3)
                .addDims(8)
                .addDims(4)
                .addAllInt32Data(java.util.Collections.nCopies(32, -5))
                .build();
        Network network = Onnx.model()
                .input("x", 1, 10, 8)
                .tensor(weights)
                .tensor(number("ws", 0.02))
                .node("DynamicQuantizeLinear", "x", "q s z")
                .node("MatMulInteger", "q w z", "p")
                .node("Cast", "p", "f", integer("to", 1))
                .node("Mul", "s ws", "scale")
                .node("Mul", "f scale", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.nodes())
                .filteredOn(node -> node.matrix() != null)
                .singleElement()
                .satisfies(node -> assertThat(node.matrix()).isEqualTo(new Matrix(1, 8, 4, 1, false)));
        assertThat(network.outputs()).singleElement().satisfies(node -> assertThat(node.output())
                .isEqualTo(Shape.sequence(4, 10)));
    }

    @Test
    void gatheringEvenlySpacedIndicesIsASlice() {
        Network network = sequence()
                .tensor(TensorProto.newBuilder()
                        .setName("last")
                        .setDataType(7)
                        .addInt64Data(-1)
                        .build())
                .node("Gather", "c last", "g", integer("axis", 1))
                .node("MatMul", "g w", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.node(2).output()).isEqualTo(Shape.vector(8));
        assertThat(network.node(2).field(0).firstNeeded(0)).isEqualTo(9);
    }

    @Test
    void resizingScalesHeightAndWidth() {
        Node resize = image().integers("sizes", 1, 6, 8, 10)
                .node("Resize", "c - - sizes", "y", text("mode", "linear"))
                .output("y")
                .last();
        assertThat(resize.kind()).isEqualTo("resize");
        assertThat(resize.output()).isEqualTo(new Shape(6, 8, 10));
        assertThat(resize.work().byUnit().macs()).isEqualTo(4 * 6);
    }

    @Test
    void argMaxComparesAlongItsAxis() {
        Node best = image().node("ArgMax", "c", "y", integer("axis", 1), integer("keepdims", 0))
                .output("y")
                .last();
        assertThat(best.output()).isEqualTo(new Shape(1, 4, 5));
        assertThat(best.work().byUnit().compares()).isEqualTo(5);
    }
}
