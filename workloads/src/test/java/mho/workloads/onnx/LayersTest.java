package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.real;
import static mho.workloads.onnx.Onnx.text;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import mho.workloads.network.Activation;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators become the layers they are: matrices, positions, counts. */
class LayersTest {

    @ParameterizedTest
    @CsvSource({
        // input, kernel, stride, pad -> output; first and last input row of the second output row
        "SAME_UPPER, 5, 3, 2, 3, 1, 3",
        "SAME_UPPER, 6, 3, 2, 3, 2, 4",
        "SAME_LOWER, 6, 3, 2, 3, 1, 3",
        "VALID, 6, 3, 2, 2, 2, 4",
        "NOTSET, 6, 3, 2, 2, 2, 4"
    })
    void automaticPaddingFollowsOnnx(String auto, int size, int kernel, int stride, int out, int first, int last) {
        Node conv = Onnx.model()
                .input("x", 1, 3, size, size)
                .weights("w", 4, 3, kernel, kernel)
                .node("Conv", "x w", "y", text("auto_pad", auto), ints("strides", stride, stride))
                .output("y")
                .last();
        assertThat(conv.output()).isEqualTo(new Shape(4, out, out));
        assertThat(conv.field(0).rows().first(1)).isEqualTo(first);
        assertThat(conv.field(0).rows().last(1)).isEqualTo(last);
        assertThat(conv.macs()).isEqualTo((long) out * out * 4 * 3 * kernel * kernel);
    }

    @Test
    void padsAreTopLeftBottomRight() {
        Node conv = Onnx.model()
                .input("x", 1, 1, 8, 8)
                .weights("w", 1, 1, 3, 3)
                .node("Conv", "x w", "y", ints("pads", 2, 0, 1, 3))
                .output("y")
                .last();
        assertThat(conv.output()).isEqualTo(new Shape(1, 9, 9));
        assertThat(conv.field(0).rows().first(0)).isZero();
        assertThat(conv.field(0).rows().last(0)).isZero();
        assertThat(conv.field(0).columns().last(0)).isEqualTo(2);
    }

    @Test
    void groupsAndDilationsAreKept() {
        Node conv = Onnx.model()
                .input("x", 1, 8, 16, 16)
                .weights("w", 8, 1, 3, 3)
                .node("Conv", "x w", "y", integer("group", 8), ints("dilations", 2, 3))
                .output("y")
                .last();
        assertThat(conv.output()).isEqualTo(new Shape(8, 12, 10));
        assertThat(conv.matrix()).isEqualTo(new Matrix(8, 9, 1, 1, false));
    }

    @Test
    void aConvolutionOverOneAxisIsAMapOfHeightOne() {
        Node conv = Onnx.model()
                .input("x", 1, 4, 100)
                .weights("w", 6, 4, 5)
                .weights("b", 6)
                .node("Conv", "x w b", "y", ints("strides", 2), ints("pads", 2, 2))
                .output("y")
                .last();
        assertThat(conv.output()).isEqualTo(new Shape(6, 1, 50));
        assertThat(conv.matrix()).isEqualTo(new Matrix(1, 20, 6, 1, true));
    }

    @Test
    void aTransposedConvolutionGrowsItsInput() {
        Onnx model = Onnx.model().input("x", 1, 4, 7, 7).weights("w", 4, 5, 3, 3);
        AttributeProto[] twice = {ints("strides", 2, 2), ints("output_shape", 14, 14)};
        Node node = model.node("ConvTranspose", "x w", "y", twice).output("y").last();
        assertThat(node.output()).isEqualTo(new Shape(5, 14, 14));
        assertThat(node.weights()).isEqualTo(4 * 5 * 9);
        assertThat(node.macs()).isEqualTo(7 * 7 * 4 * 5 * 9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "1, 1"})
    void gemmReadsBothFactorsEitherWay(int transA, int transB) {
        // Five rows of 3 values by a 3 x 4 matrix: five windows.
        long[] a = transA == 0 ? new long[] {5, 3} : new long[] {3, 5};
        long[] b = transB == 0 ? new long[] {3, 4} : new long[] {4, 3};
        Node dense = Onnx.model()
                .input("rows", 1, (int) a[0], (int) a[1])
                .integers("flat", a)
                .weights("w", b)
                .weights("b", 4)
                .node("Reshape", "rows flat", "x")
                .node("Gemm", "x w b", "y", integer("transA", transA), integer("transB", transB))
                .output("y")
                .last();
        assertThat(dense.matrix()).isEqualTo(new Matrix(1, 3, 4, 1, true));
        assertThat(dense.windows()).isEqualTo(5);
    }

    @Test
    void anAddOfAVectorBehindAProductIsItsBias() {
        for (String order : new String[] {"p b", "b p"}) {
            Network network = Onnx.model()
                    .input("x", 1, 7, 3)
                    .weights("w", 3, 4)
                    .weights("b", 4)
                    .node("MatMul", "x w", "p")
                    .node("Add", order, "s")
                    .node("Relu", "s", "y")
                    .output("y")
                    .network()
                    .folded();
            assertThat(network.nodes()).hasSize(2);
            Node dense = network.node(1);
            assertThat(dense.matrix()).isEqualTo(new Matrix(1, 3, 4, 1, true));
            assertThat(dense.activation()).isEqualTo(Activation.RELU);
            assertThat(dense.output()).isEqualTo(new Shape(4, 1, 7));
        }
    }

    @Test
    void anAddThatSomebodyElseReadsAroundIsNoBias() {
        Network network = Onnx.model()
                .input("x", 1, 3)
                .weights("w", 3, 4)
                .weights("b", 4)
                .node("MatMul", "x w", "p")
                .node("Add", "p b", "s")
                .node("Mul", "p s", "y")
                .output("y")
                .network();
        assertThat(network.nodes()).extracting(Node::kind).containsExactly("input", "dense", "add", "multiply");
    }

    @Test
    void aConstantLeftFactorIsAMatrixToo() {
        // w (4 x 3) by x (3 x 7): seven columns, each a window.
        Node dense = Onnx.model()
                .weights("w", 4, 3)
                .input("x", 3, 7)
                .node("MatMul", "w x", "y")
                .output("y")
                .last();
        assertThat(dense.matrix()).isEqualTo(new Matrix(1, 3, 4, 1, false));
        assertThat(dense.windows()).isEqualTo(7);
    }

    @Test
    void aMatrixForEachHeadIsAGroupedLayer() {
        Node node = Onnx.model()
                .input("x", 1, 8, 20, 32)
                .weights("w", 8, 32, 16)
                .node("MatMul", "x w", "y")
                .output("y")
                .last();
        assertThat(node.matrix()).isEqualTo(new Matrix(8, 32, 16, 1, false));
        assertThat(node.windows()).isEqualTo(20);
        assertThat(node.macs()).isEqualTo(8 * 20 * 32 * 16);
    }

    @Test
    void einsumIsTheProductItSpells() {
        Node attention = Onnx.model()
                .input("q", 1, 10, 4, 16)
                .input("k", 1, 12, 4, 16)
                .node("Einsum", "q k", "y", text("equation", "bqhd,bkhd->bhqk"))
                .output("y")
                .last();
        assertThat(attention.kind()).isEqualTo("matmul");
        assertThat(attention.macs()).isEqualTo(4 * 10 * 12 * 16);
        Node dense = Onnx.model()
                .input("x", 1, 10, 4, 16)
                .weights("w", 4, 16, 100)
                .node("Einsum", "x w", "y", text("equation", "abhd,hdk->abk"))
                .output("y")
                .last();
        assertThat(dense.matrix()).isEqualTo(new Matrix(1, 64, 100, 1, false));
        assertThat(dense.windows()).isEqualTo(10);
    }

    @Test
    void attentionKeepsItsPositionsInOrder() {
        Onnx model = Onnx.model()
                .input("x", 1, 10, 24)
                .integers("heads", 1, -1, 3, 8)
                .integers("flat", 1, -1, 24);
        for (String name : new String[] {"q", "k", "v"}) {
            model.weights("w" + name, 24, 24)
                    .node("MatMul", "x w" + name, name)
                    .node("Reshape", name + " heads", name + "1")
                    .node("Transpose", name + "1", name + "2", ints("perm", 0, 2, 1, 3));
        }
        Network network = model.node("Transpose", "k2", "kt", ints("perm", 0, 1, 3, 2))
                .node("MatMul", "q2 kt", "scores")
                .node("Softmax", "scores", "p", integer("axis", -1))
                .node("MatMul", "p v2", "o")
                .node("Transpose", "o", "o1", ints("perm", 0, 2, 1, 3))
                .node("Reshape", "o1 flat", "y")
                .output("y")
                .network()
                .folded();
        assertThat(network.nodes())
                .extracting(Node::kind)
                .containsExactly("input", "dense", "dense", "dense", "matmul", "softmax", "matmul");
        assertThat(network.node(4).output()).isEqualTo(new Shape(30, 1, 10));
        assertThat(network.node(6).output()).isEqualTo(new Shape(24, 1, 10));
        assertThat(network.node(6).macs()).isEqualTo(3 * 10 * 10 * 8);
        // Query t needs row t of the queries and all keys; nothing waits for a transpose.
        assertThat(network.node(4).field(0).lastNeeded(3)).isEqualTo(3);
        assertThat(network.node(4).field(1).lastNeeded(3)).isEqualTo(9);
        assertThat(network.nodes()).allMatch(node -> node.edges().stream()
                .allMatch(edge -> edge.field().barrier() == 0));
    }

    @Test
    void poolingRoundsUpWhenAskedTo() {
        Node pool = Onnx.model()
                .input("x", 1, 3, 6, 7)
                .node("MaxPool", "x", "y", ints("kernel_shape", 3, 3), ints("strides", 2, 2), integer("ceil_mode", 1))
                .output("y")
                .last();
        assertThat(pool.output()).isEqualTo(new Shape(3, 3, 3));
        assertThat(pool.kind()).isEqualTo("max-pool");
    }

    @Test
    void aMeanOverHeightAndWidthIsAGlobalPool() {
        for (String type : new String[] {"GlobalAveragePool", "ReduceMean"}) {
            AttributeProto[] axes = type.equals("ReduceMean")
                    ? new AttributeProto[] {ints("axes", -2, -1), integer("keepdims", 0)}
                    : new AttributeProto[0];
            Node pool = Onnx.model()
                    .opset(13)
                    .input("x", 1, 5, 6, 7)
                    .weights("w", 5, 5, 1, 1)
                    .node("Conv", "x w", "c")
                    .node(type, "c", "p", axes)
                    .node("Flatten", "p", "y")
                    .output("y")
                    .last();
            assertThat(pool.kind()).isEqualTo("average-pool");
            assertThat(pool.output()).isEqualTo(Shape.vector(5));
            assertThat(pool.work().byUnit().adds()).isEqualTo(5 * 41);
        }
    }

    @Test
    void aBidirectionalLstmIsTwoMatricesOverOneSequence() {
        Network network = Onnx.model()
                .input("x", 35, 1, 20)
                .weights("w", 2, 32, 20)
                .weights("r", 2, 32, 8)
                .weights("b", 2, 64)
                .integers("flat", 0, 0, -1)
                .named("rnn", "LSTM", "x w r b", "y h c", text("direction", "bidirectional"), integer("hidden_size", 8))
                .node("Transpose", "y", "t", ints("perm", 0, 2, 1, 3))
                .node("Reshape", "t flat", "z")
                .output("z")
                .network()
                .folded();
        assertThat(network.nodes()).extracting(Node::kind).containsExactly("input", "lstm", "lstm", "concat");
        assertThat(network.node(1).matrix()).isEqualTo(new Matrix(1, 28, 32, 1, true));
        assertThat(network.node(1).windows()).isEqualTo(35);
        assertThat(network.node(3).output()).isEqualTo(Shape.sequence(16, 35));
        assertThat(network.weights()).isEqualTo(2 * 32 * 28);
    }

    @Test
    void theLastStateOfAGruIsOneVector() {
        Network network = Onnx.model()
                .input("x", "batch", 12, 6)
                .weights("w", 1, 15, 6)
                .weights("r", 1, 15, 5)
                .node("GRU", "x w r", "- h", integer("hidden_size", 5), integer("layout", 1))
                .node("Squeeze", "h axes", "y")
                .integers("axes", 1)
                .output("y")
                .network();
        assertThat(network.outputs()).singleElement().satisfies(node -> {
            assertThat(node.output()).isEqualTo(Shape.vector(5));
        });
    }

    @Test
    void tokensLookUpRowsOfATable() {
        Node embedding = Onnx.model()
                .tokens("ids", "batch", 9)
                .weights("table", 50, 16)
                .node("Gather", "table ids", "y")
                .output("y")
                .last();
        assertThat(embedding.output()).isEqualTo(Shape.sequence(16, 9));
        assertThat(embedding.parameters()).isEqualTo(800);
        assertThat(embedding.tableValues()).isEqualTo(16);
    }

    @Test
    void aChannelsLastFileIsReadAsSuch() {
        Network network = Onnx.model()
                .input("x", 1, 10, 12, 3)
                .weights("w", 8, 3, 3, 3)
                .node("Transpose", "x", "t", ints("perm", 0, 3, 1, 2))
                .node("Conv", "t w", "c")
                .node("Transpose", "c", "y", ints("perm", 0, 2, 3, 1))
                .output("y")
                .network()
                .folded();
        assertThat(network.node(0).output()).isEqualTo(new Shape(3, 10, 12));
        assertThat(network.node(1).output()).isEqualTo(new Shape(8, 8, 10));
        assertThat(network.node(1).field(0).barrier()).isZero();
    }

    @Test
    void squeezeAndExcitationStretchesOneValuePerChannel() {
        Network network = Onnx.model()
                .input("x", 1, 4, 5, 5)
                .weights("w", 4, 4, 1, 1)
                .node("GlobalAveragePool", "x", "p")
                .node("Conv", "p w", "c")
                .node("HardSigmoid", "c", "s", real("alpha", 0.2))
                .node("Mul", "x s", "y")
                .output("y")
                .network()
                .folded();
        Node product = network.node(3);
        assertThat(product.kind()).isEqualTo("multiply");
        assertThat(product.output()).isEqualTo(new Shape(4, 5, 5));
        assertThat(product.field(1).lastNeeded(24)).isZero();
    }

    @Test
    void aFixedBatchOfImagesIsReadOneAtATime() {
        Network network = Onnx.model()
                .input("x", 8, 3, 4, 4)
                .integers("to", 8, 48)
                .weights("w", 48, 10)
                .node("Relu", "x", "r")
                .node("Reshape", "r to", "f")
                .node("MatMul", "f w", "y")
                .output("y")
                .network();
        assertThat(network.macs()).isEqualTo(480);
        assertThat(network.node(0).output()).isEqualTo(new Shape(3, 4, 4));
    }
}
