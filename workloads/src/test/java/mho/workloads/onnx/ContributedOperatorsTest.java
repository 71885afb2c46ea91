package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.real;
import static mho.workloads.onnx.QuantisedValuesTest.INT32;
import static mho.workloads.onnx.QuantisedValuesTest.INT8;
import static mho.workloads.onnx.QuantisedValuesTest.UINT8;
import static mho.workloads.onnx.QuantisedValuesTest.coded;
import static mho.workloads.onnx.QuantisedValuesTest.codes;
import static mho.workloads.onnx.QuantisedValuesTest.list;
import static mho.workloads.onnx.QuantisedValuesTest.scale;
import static mho.workloads.onnx.QuantisedValuesTest.scales;
import static mho.workloads.onnx.QuantisedValuesTest.zero;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that ONNX Runtime has on codes beyond ONNX's own: its values, our counts. */
class ContributedOperatorsTest {
    private static final String MS = "com.microsoft.";
    private static final int UINT4 = 21;
    private static final int INT4 = 22;

    /** {@code y} from the codes {@code p} at scale ys, zero point yz. */
    private static Onnx decoded(Onnx model) {
        return model.node("DequantizeLinear", "p ys yz", "y");
    }

    private static Onnx image(int type, int zero, double step, int resultZero) {
        return coded(type, zero, 1, 4, 7, 6).tensor(scale("ys", step)).tensor(zero("yz", type, resultZero));
    }

    private static Onnx two(String operator, int type, int zero, double step) {
        return decoded(image(type, zero, step, zero)
                .tensor(scale("bs", 0.031))
                .tensor(zero("bz", type, zero + 9))
                .node("QuantizeLinear", "x bs bz", "q2")
                .node(MS + operator, "q xs xz q2 bs bz ys yz", "p"));
    }

    private static Onnx gemm(int type, boolean turned, boolean perColumn, boolean toReals) {
        Onnx model = coded(UINT8, 120, 5, 8)
                .tensor(turned ? codes("w", type, 4, 8) : codes("w", type, 8, 4))
                .tensor(perColumn ? scales("ws", 0.01, 0.02, 0.007, 0.013) : scale("ws", 0.01))
                .tensor(perColumn ? list("wz", type, 9, 9, 3, 0) : zero("wz", type, 9))
                .tensor(list("c", INT32, 500, -900, 77, 3))
                .tensor(scale("ys", 0.0517))
                .tensor(zero("yz", UINT8, 90));
        String inputs = "q xs xz w ws wz c" + (toReals ? "" : " ys yz");
        model.node(
                MS + "QGemm",
                inputs,
                toReals ? "y" : "p",
                integer("transB", turned ? 1 : 0),
                real("alpha", perColumn ? 1 : 0.5));
        return toReals ? model : decoded(model);
    }

    static Stream<Arguments> models() {
        return Stream.of(
                arguments("gemm to codes", gemm(INT8, true, false, false)),
                arguments("gemm to reals", gemm(INT8, false, false, true)),
                arguments("gemm by column", gemm(INT8, false, true, true)),
                arguments("gemm by column, turned, to codes", gemm(UINT8, true, true, false)),
                arguments("sum of unsigned codes", two("QLinearAdd", UINT8, 77, 0.0471)),
                arguments("sum of signed codes", two("QLinearAdd", INT8, -5, 0.0471)),
                arguments("product of unsigned codes", two("QLinearMul", UINT8, 77, 0.0117)),
                arguments("product of signed codes", two("QLinearMul", INT8, -5, 0.0117)),
                arguments(
                        "sum with a constant",
                        decoded(image(UINT8, 77, 0.0471, 60)
                                .tensor(codes("w", UINT8, 4, 1, 1))
                                .tensor(scale("ws", 0.0113))
                                .tensor(zero("wz", UINT8, 99))
                                .node(MS + "QLinearAdd", "q xs xz w ws wz ys yz", "p"))),
                arguments(
                        "mean of a map",
                        decoded(image(UINT8, 77, 0.0031, 120)
                                .node(MS + "QLinearGlobalAveragePool", "q xs xz ys yz", "p"))),
                arguments(
                        "means of windows",
                        decoded(image(INT8, -5, 0.0093, 3)
                                .node(
                                        MS + "QLinearAveragePool",
                                        "q xs xz ys yz",
                                        "p",
                                        ints("kernel_shape", 3, 2),
                                        ints("strides", 2, 1),
                                        ints("pads", 1, 0, 1, 1),
                                        integer("count_include_pad", 1)))),
                arguments(
                        "sigmoid",
                        decoded(image(UINT8, 77, 0.00391, 0).node(MS + "QLinearSigmoid", "q xs xz ys yz", "p"))),
                arguments(
                        "leaky relu",
                        decoded(image(INT8, -5, 0.0107, -90)
                                .node(MS + "QLinearLeakyRelu", "q xs xz ys yz", "p", real("alpha", 0.13)))),
                arguments(
                        "join",
                        decoded(image(UINT8, 77, 0.0197, 60)
                                .tensor(scale("bs", 0.031))
                                .tensor(zero("bz", UINT8, 86))
                                .node("QuantizeLinear", "x bs bz", "q2")
                                .node(MS + "QLinearConcat", "ys yz q xs xz q2 bs bz", "p", integer("axis", 1)))),
                arguments(
                        "softmax",
                        decoded(coded(UINT8, 77, 6, 9)
                                .tensor(scale("ys", 0.00390625))
                                .tensor(zero("yz", UINT8, 0))
                                .node(
                                        MS + "QLinearSoftmax",
                                        "q xs xz ys yz",
                                        "p",
                                        integer("axis", -1),
                                        integer("opset", 13)))),
                arguments(
                        "codes by the other domain's operators",
                        Onnx.model()
                                .input("x", 1, 4, 7, 6)
                                .tensor(scale("xs", 0.0123))
                                .tensor(zero("xz", UINT8, 77))
                                .node(MS + "QuantizeLinear", "x xs xz", "q")
                                .node(MS + "DequantizeLinear", "q xs xz", "y")),
                arguments(
                        "product with codes by their range",
                        Onnx.model()
                                .input("x", 5, 8)
                                .tensor(codes("w", INT8, 8, 4))
                                .tensor(scale("ws", 0.02))
                                .tensor(zero("wz", INT8, 0))
                                .tensor(scales("b", 0.1, -0.2, 0.3, 0.5))
                                .node(MS + "DynamicQuantizeMatMul", "x w ws wz b", "y")),
                arguments(
                        "product of integers to reals",
                        coded(UINT8, 120, 5, 8)
                                .tensor(codes("w", UINT8, 8, 4))
                                .tensor(scale("ws", 0.02))
                                .tensor(zero("wz", UINT8, 130))
                                .node(MS + "MatMulIntegerToFloat", "q w xs ws xz wz", "y")),
                arguments("table of signed codes of 4 bits", table(INT4, 1, true)),
                arguments("table of unsigned codes of 4 bits", table(UINT4, 1, true)),
                arguments("table without zero points", table(UINT4, 1, false)),
                arguments("table in blocks of rows", table(INT4, 0, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatOnnxRuntimeAddsOnCodesIsComputedAsItDoes(String name, Onnx model) {
        Oracle.check(model.output("y").proto().build(), Map.of(), 1, 10);
    }

    private static TensorProto nibbles(String name, int type, long... dims) {
        byte[] bytes = new byte[(int) (java.util.Arrays.stream(dims).reduce(1, (a, b) -> a * b) / 2)];
        new Random(3).nextBytes(bytes);
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(bytes));
        java.util.Arrays.stream(dims).forEach(tensor::addDims);
        return tensor.build();
    }

    private static TensorProto tableScales(long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("s").setDataType(1);
        java.util.Arrays.stream(dims).forEach(tensor::addDims);
        for (int i = 0; i < dims[0] * dims[1]; i++) {
            tensor.addFloatData(0.01f * (i % 7 + 1));
        }
        return tensor.build();
    }

    /** 32 tokens of 48 values, blocks of 16 of them. */
    private static Onnx table(int type, int axis, boolean zeros) {
        long[] blocks = axis == 1 ? new long[] {32, 3} : new long[] {2, 48};
        Onnx model = Onnx.model()
                .opset(21)
                .tokens("x", 5)
                .tensor(nibbles("t", type, 32, 48))
                .tensor(tableScales(blocks));
        if (zeros) {
            model.tensor(nibbles("z", type, blocks));
        }
        return model.node(
                MS + "GatherBlockQuantized",
                "t x s" + (zeros ? " z" : ""),
                "y",
                integer("block_size", 16),
                integer("gather_axis", 0),
                integer("quantize_axis", axis));
    }

    /** Codes in bytes, two a byte, as later versions of ONNX Runtime have them: the same table. */
    @Test
    void aTableOfPackedBytesIsTheTableOfItsCodes() {
        Onnx packed = Onnx.model()
                .opset(21)
                .tokens("x", 5)
                .tensor(nibbles("t", UINT8, 32, 48).toBuilder()
                        .clearDims()
                        .addDims(32)
                        .addDims(24)
                        .build())
                .tensor(tableScales(32, 3))
                .tensor(list("z", UINT8, new int[64]).toBuilder()
                        .clearDims()
                        .addDims(32)
                        .addDims(2)
                        .build())
                .node(
                        MS + "GatherBlockQuantized",
                        "t x s z",
                        "y",
                        integer("block_size", 16),
                        integer("bits", 4),
                        integer("gather_axis", 0),
                        integer("quantize_axis", 1));
        float[] got = tokens(packed.output("y").network());
        assertThat(got)
                .containsExactly(tokens(table(UINT4, 1, false).output("y").network()));
        assertThat(got).hasSize(5 * 48);
    }

    private static float[] tokens(Network network) {
        Batch tokens = new Batch(1, network.node(0).output(), new float[] {0, 31, 7, 7, 12});
        return new Interpreter(network, new FloatArithmetic())
                .run(java.util.List.of(tokens))
                .get(0)
                .values();
    }

    @Test
    void countsAreThoseOfTheOperatorsOnReals() {
        Network gemm = gemm(INT8, true, false, false).output("y").network().folded();
        assertThat(gemm.macs()).isEqualTo(8 * 4); // one of a batch of 5
        assertThat(gemm.weights()).isEqualTo(8 * 4);
        Network sum = two("QLinearAdd", UINT8, 77, 0.05).output("y").network().folded();
        assertThat(sum.nodes().get(1).work().byUnit().adds()).isEqualTo(4);
        assertThat(sum.nodes()).hasSize(2);
        assertThat(table(INT4, 1, true).output("y").network().parameters()).isEqualTo(32 * 48);
    }

    @Test
    void channelsLastAreRefusedByName() {
        assertThat(image(UINT8, 77, 0.0031, 120)
                        .named(
                                "pool",
                                MS + "QLinearGlobalAveragePool",
                                "q xs xz ys yz",
                                "p",
                                integer("channels_last", 1))
                        .output("p")
                        .refusal())
                .contains("QLinearGlobalAveragePool", "pool", "channels last");
    }
}
