package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.floats;
import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.reals;
import static mho.workloads.onnx.Onnx.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.TrainedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One layer of 2 x 3 weights, written in all the ways exporters have of writing weights. */
class WeightsTest {

    static Stream<Arguments> ways() {
        return Stream.of(
                way("an initialiser", m -> m.weights("w", 2, 3)),
                way("an initialiser listed among the inputs", m -> m.input("w", 2, 3)
                        .weights("w", 2, 3)),
                way("a Constant node", m -> m.node("Constant", "", "w", value(floats("", 2, 3)))),
                way("a Constant node of numbers", m -> m.node(
                                "Constant", "", "flat", reals("value_floats", 0, 1, 2, 3, 4, 5))
                        .integers("to", 2, 3)
                        .node("Reshape", "flat to", "w")),
                way(
                        "a reshaped initialiser",
                        m -> m.weights("flat", 6).integers("to", 2, -1).node("Reshape", "flat to", "w")),
                way("a transposed initialiser", m -> m.weights("t", 2, 3)
                        .node("Transpose", "t", "tt")
                        .node("Transpose", "tt", "w", ints("perm", 1, 0))),
                way(
                        "Identity and Cast",
                        m -> m.weights("a", 2, 3).node("Identity", "a", "b").node("Cast", "b", "w", integer("to", 1))),
                way("Unsqueeze and Squeeze with inputs", m -> m.weights("a", 2, 3)
                        .integers("axes", 0)
                        .node("Unsqueeze", "a axes", "b")
                        .node("Squeeze", "b axes", "w")),
                way("Unsqueeze and Squeeze with attributes", m -> m.opset(11)
                        .weights("a", 2, 3)
                        .node("Unsqueeze", "a", "b", ints("axes", -1))
                        .node("Squeeze", "b", "w", ints("axes", 2))),
                way("Concat of parts", m -> m.weights("a", 1, 3)
                        .tensor(TensorProto.newBuilder()
                                .setName("b")
                                .setDataType(1)
                                .addAllDims(List.of(1L, 3L))
                                .addAllFloatData(List.of(3f, 4f, 5f))
                                .build())
                        .node("Concat", "a b", "w", integer("axis", 0))),
                way("DequantizeLinear", m -> m.tensor(TensorProto.newBuilder()
                                .setName("q")
                                .setDataType(3)
                                .addAllDims(List.of(2L, 3L))
                                .addAllInt32Data(List.of(-10, -8, -6, -4, -2, 0))
                                .build())
                        .tensor(Onnx.scalar(0.5).toBuilder().setName("s").build())
                        .tensor(TensorProto.newBuilder()
                                .setName("z")
                                .setDataType(3)
                                .addInt32Data(-10)
                                .build())
                        .node("DequantizeLinear", "q s z", "w")),
                way("a sum of constants", m -> m.weights("a", 2, 3)
                        .node("ConstantOfShape", "shape", "zeros")
                        .integers("shape", 2, 3)
                        .node("Add", "a zeros", "w")),
                way("a slice of a larger constant", m -> m.weights("a", 3, 3)
                        .integers("from", 0)
                        .integers("to", 2)
                        .node("Slice", "a from to", "w")),
                way("half of a split constant", m -> m.weights("a", 4, 3)
                        .node("Split", "a", "w rest", integer("axis", 0))));
    }

    private static Arguments way(String name, UnaryOperator<Onnx> weights) {
        return arguments(name, weights);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void weightsAreFoundAndKeptHoweverTheyAreWritten(String name, UnaryOperator<Onnx> weights) {
        Onnx model = weights.apply(Onnx.model()
                .input("x", 1, 3)
                .node("Gemm", "x w", "y", integer("transB", 1))
                .output("y"));
        Node dense = model.last();
        assertThat(dense.matrix()).isEqualTo(new Matrix(1, 3, 2, 1, false));
        assertThat(kernel(dense)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(model.network().nodes()).hasSize(2);
    }

    private static float[] kernel(Node node) {
        return values(node, "kernel");
    }

    private static float[] values(Node node, String role) {
        TrainedWeights weights = Objects.requireNonNull(node.weightsHeld());
        return Objects.requireNonNull(weights.tensors().get(role)).values().get();
    }

    @Test
    void constantOfShapeMakesWeightsThatNobodyStores() {
        Node conv = Onnx.model()
                .input("x", 1, 512, 8, 8)
                .integers("shape", 512, 512, 3, 3)
                .node(
                        "ConstantOfShape",
                        "shape",
                        "w",
                        value(Onnx.scalar(0.25).toBuilder().addDims(1).build()))
                .node("Conv", "x w", "y")
                .output("y")
                .last();
        assertThat(conv.weights()).isEqualTo(512 * 512 * 9);
        assertThat(kernel(conv)).hasSize(512 * 512 * 9).containsOnly(0.25f);
    }

    @Test
    void denseWeightsAreKeptByOutput() {
        // x (1 x 2) by w (2 x 3): output o needs column o.
        Node dense = Onnx.model()
                .input("x", 1, 2)
                .weights("w", 2, 3)
                .node("MatMul", "x w", "y")
                .output("y")
                .last();
        assertThat(kernel(dense)).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void alphaGoesIntoTheWeights() {
        Node dense = Onnx.model()
                .input("x", 1, 2)
                .weights("w", 1, 2)
                .node("Gemm", "x w", "y", integer("transB", 1), Onnx.real("alpha", 0.5))
                .output("y")
                .last();
        assertThat(kernel(dense)).containsExactly(0, 0.5f);
    }

    @Test
    void batchNormAndConstantsBehindItBecomeOneScaleAndShift() {
        Onnx model = Onnx.model()
                .input("x", 1, 1, 4, 4)
                .weights("w", 2, 1, 1, 1)
                .tensor(constants("gamma", 1, 2))
                .tensor(constants("beta", 3, 4))
                .tensor(constants("mean", 5, 6))
                .tensor(constants("variance", 4, 16))
                .tensor(Onnx.scalar(10).toBuilder().setName("ten").build())
                .node("Conv", "x w", "c")
                .node("BatchNormalization", "c gamma beta mean variance", "n", Onnx.real("epsilon", 0))
                .node("Mul", "n ten", "m")
                .node("Sub", "ten m", "y")
                .output("y");
        Node conv = model.last();
        assertThat(conv.kind()).isEqualTo("conv");
        assertThat(conv.matrix()).isEqualTo(new Matrix(1, 1, 2, 1, true));
        // y = 10 - 10 (gamma (c - mean) / sqrt(variance) + beta)
        assertThat(values(conv, "scale")).containsExactly(-5, -5);
        assertThat(values(conv, "shift")).containsExactly(10 + 10 * (2.5f - 3), 10 + 10 * (3 - 4));
    }

    private static TensorProto constants(String name, float... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(1).addDims(values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    @Test
    void functionsOfTheModelAreWrittenOutWhereTheyAreCalled() {
        FunctionProto linear = FunctionProto.newBuilder()
                .setDomain("pkg")
                .setName("linear")
                .addInput("input")
                .addInput("weight")
                .addOutput("result")
                .addAttribute("trans")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(18))
                .addNode(Onnx.node("product", "Gemm", "input weight", "result").toBuilder()
                        .addAttribute(integer("transB", 0).toBuilder().clearI().setRefAttrName("trans")))
                .build();
        Onnx model = Onnx.model()
                .input("x", 1, 3)
                .weights("w", 2, 3)
                .named("first", "pkg.linear", "x w", "h", integer("trans", 1))
                .weights("v", 2, 4)
                .named("second", "pkg.linear", "h v", "y")
                .output("y");
        Network network = Onnx.network(model.proto().addFunctions(linear).build(), OnnxOptions.DEFAULT);
        assertThat(network.nodes()).extracting(Node::name).containsExactly("x", "first/product", "second/product");
        assertThat(network.weights()).isEqualTo(6 + 8);
    }

    @Test
    void aBranchWithAConstantConditionIsTheBranchTaken() {
        TensorProto yes = TensorProto.newBuilder()
                .setName("yes")
                .setDataType(9)
                .addInt32Data(1)
                .build();
        Onnx then = Onnx.model()
                .weights("v", 4, 3)
                .node("Gemm", "x v", "t", integer("transB", 1))
                .output("t");
        Onnx otherwise = Onnx.model().node("NonMaxSuppression", "x x", "t").output("t");
        Network network = Onnx.model()
                .input("x", 1, 3)
                .tensor(yes)
                .named(
                        "choice",
                        "If",
                        "yes",
                        "y",
                        Onnx.branch("then_branch", then),
                        Onnx.branch("else_branch", otherwise))
                .output("y")
                .network();
        assertThat(network.weights()).isEqualTo(12);
    }

    @Test
    void whatNoOutputNeedsIsLeftBehind() {
        Network network = Onnx.model()
                .input("x", 1, 3)
                .input("unused", "anything", "open")
                .weights("w", 3, 2)
                .weights("v", 3, 900)
                .node("MatMul", "x w", "y")
                .node("MatMul", "x v", "dead")
                .node("NonMaxSuppression", "unused unused", "nms")
                .output("y")
                .network();
        assertThat(network.nodes()).extracting(Node::kind).containsExactly("input", "dense");
        assertThat(network.weights()).isEqualTo(6);
    }
}
