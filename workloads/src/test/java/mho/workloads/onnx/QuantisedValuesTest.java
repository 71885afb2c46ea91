package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import mho.workloads.network.Codes;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of quantised models against ONNX Runtime, and their rounding by hand. The two files were made for mho, with random
 * weights: {@code qdq.onnx} as a quantiser writes a small image network, {@code dynquant.onnx} with ranges found at run time.
 */
class QuantisedValuesTest {
    static final int UINT8 = 2;
    static final int INT8 = 3;
    static final int INT32 = 6;
    private static final Random RANDOM = new Random(11);

    static TensorProto codes(String name, int type, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        int count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= (int) dim;
        }
        for (int i = 0; i < count; i++) {
            tensor.addInt32Data(RANDOM.nextInt(256) - (type == UINT8 ? 0 : 128));
        }
        return tensor.build();
    }

    static TensorProto list(String name, int type, int... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(type).addDims(values.length);
        for (int value : values) {
            tensor.addInt32Data(value);
        }
        return tensor.build();
    }

    static TensorProto zero(String name, int type, int value) {
        return list(name, type, value).toBuilder().clearDims().build();
    }

    static TensorProto scale(String name, double value) {
        return Onnx.scalar(value).toBuilder().setName(name).build();
    }

    static TensorProto scales(String name, double... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(1).addDims(values.length);
        for (double value : values) {
            tensor.addFloatData((float) value);
        }
        return tensor.build();
    }

    /** An image whose values are codes of the type with this zero point. */
    static Onnx coded(int type, int zero, Object... sizes) {
        return Onnx.model()
                .input("x", sizes)
                .tensor(scale("xs", 0.0123))
                .tensor(zero("xz", type, zero))
                .node("QuantizeLinear", "x xs xz", "q");
    }

    private static Onnx qlinearConv(int type, int zero) {
        return coded(type, zero, 1, 4, 7, 6)
                .tensor(codes("w", INT8, 3, 4, 3, 2))
                .tensor(scales("ws", 0.01, 0.02, 0.005))
                .tensor(list("wz", INT8, 0, 0, 0))
                .tensor(scale("ys", 0.037))
                .tensor(zero("yz", type, zero))
                .tensor(list("b", INT32, 500, -900, 77))
                .node("QLinearConv", "q xs xz w ws wz ys yz b", "p", ints("pads", 1, 0, 2, 1))
                .node("DequantizeLinear", "p ys yz", "y");
    }

    static Stream<Arguments> models() {
        return Stream.of(
                of("unsigned codes and back", coded(UINT8, 77, 1, 4, 7, 6).node("DequantizeLinear", "q xs xz", "y")),
                of("signed codes and back", coded(INT8, -5, 1, 4, 7, 6).node("DequantizeLinear", "q xs xz", "y")),
                of(
                        "codes by channel",
                        Onnx.model()
                                .input("x", 1, 3, 4, 5)
                                .tensor(scales("s", 0.01, 0.004, 0.002))
                                .tensor(list("z", INT8, 3, -20, 100))
                                .node("QuantizeLinear", "x s z", "q", integer("axis", 1))
                                .node("DequantizeLinear", "q s z", "y", integer("axis", -3))),
                of(
                        "a relu behind",
                        coded(UINT8, 100, 1, 4, 7, 6)
                                .node("DequantizeLinear", "q xs xz", "d")
                                .node("Relu", "d", "y")),
                of(
                        "a convolution between codes, whose sigmoid stays behind them",
                        coded(INT8, 0, 1, 4, 7, 6)
                                .tensor(codes("w", INT8, 3, 4, 3, 2))
                                .tensor(scales("ws", 0.01, 0.02, 0.005))
                                .tensor(list("wz", INT8, 0, 0, 0))
                                .tensor(scale("cs", 0.2))
                                .node("DequantizeLinear", "q xs xz", "d")
                                .node("DequantizeLinear", "w ws wz", "wd", integer("axis", 0))
                                .node("Conv", "d wd", "c")
                                .node("QuantizeLinear", "c cs xz", "cq")
                                .node("DequantizeLinear", "cq cs xz", "cd")
                                .node("Sigmoid", "cd", "y")),
                of("quantised convolution of unsigned codes", qlinearConv(UINT8, 120)),
                of("quantised convolution of signed codes", qlinearConv(INT8, -7)),
                of(
                        "quantised product",
                        coded(UINT8, 120, 5, 8)
                                .tensor(codes("w", INT8, 8, 4))
                                .tensor(scale("ws", 0.01))
                                .tensor(zero("wz", INT8, 9))
                                .tensor(scale("ys", 0.05))
                                .tensor(zero("yz", UINT8, 90))
                                .node("QLinearMatMul", "q xs xz w ws wz ys yz", "p")
                                .node("DequantizeLinear", "p ys yz", "y")),
                of(
                        "product of integers",
                        coded(UINT8, 120, 5, 8)
                                .tensor(codes("w", UINT8, 8, 4))
                                .tensor(zero("wz", UINT8, 130))
                                .node("MatMulInteger", "q w xz wz", "p")
                                .node("Cast", "p", "y", integer("to", 1))),
                of(
                        "convolution of integers",
                        coded(UINT8, 120, 1, 4, 7, 6)
                                .tensor(codes("w", UINT8, 3, 4, 3, 2))
                                .tensor(zero("wz", UINT8, 130))
                                .node("ConvInteger", "q w xz wz", "p", ints("pads", 1, 1, 1, 1))
                                .node("Cast", "p", "y", integer("to", 1))),
                of(
                        "product of codes by their range",
                        Onnx.model()
                                .input("x", 5, 8)
                                .tensor(codes("w", INT8, 8, 4))
                                .tensor(zero("wz", INT8, 0))
                                .tensor(scale("ws", 0.02))
                                .node("DynamicQuantizeLinear", "x", "q s z")
                                .node("MatMulInteger", "q w z wz", "p")
                                .node("Cast", "p", "f", integer("to", 1))
                                .node("Mul", "s ws", "m")
                                .node("Mul", "f m", "y")),
                of(
                        "codes by their range alone",
                        Onnx.model()
                                .input("x", 5, 8)
                                .node("DynamicQuantizeLinear", "x", "c s z")
                                .node("Cast", "c", "y", integer("to", 1))),
                of(
                        "a zero point by the range, as a number",
                        Onnx.model()
                                .input("x", 5, 8)
                                .node("DynamicQuantizeLinear", "x", "c s z")
                                .node("Cast", "c", "f", integer("to", 1))
                                .node("Cast", "z", "g", integer("to", 1))
                                .node("Sub", "f g", "d")
                                .node("Mul", "d s", "y")),
                of(
                        "codes by their range, read with and without the zero point",
                        Onnx.model()
                                .input("x", 5, 8)
                                .tensor(codes("w", INT8, 8, 8))
                                .node("DynamicQuantizeLinear", "x", "c s z")
                                .node("MatMulInteger", "c w z", "p")
                                .node("Cast", "p", "f", integer("to", 1))
                                .node("Cast", "c", "g", integer("to", 1))
                                .node("Add", "f g", "y")),
                of(
                        "convolution of codes by their range",
                        Onnx.model()
                                .input("x", 1, 4, 7, 6)
                                .tensor(codes("w", UINT8, 3, 4, 3, 2))
                                .tensor(zero("wz", UINT8, 100))
                                .node("DynamicQuantizeLinear", "x", "q s z")
                                .node("ConvInteger", "q w z wz", "p", ints("pads", 1, 1, 1, 1))
                                .node("Cast", "p", "f", integer("to", 1))
                                .node("Mul", "f s", "y")));
    }

    private static Arguments of(String name, Onnx model) {
        return arguments(name, model.output("y"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void quantisedOperatorsComputeWhatOnnxRuntimeDoes(String name, Onnx model) {
        Oracle.check(model.proto().build(), Map.of(), 1, 10);
    }

    @ParameterizedTest
    @CsvSource({"qdq.onnx, 126720", "dynquant.onnx, 7840"})
    void quantisedModelsComputeWhatOnnxRuntimeDoesAndKeepTheirCounts(String file, long macs) throws IOException {
        try (InputStream stream = QuantisedValuesTest.class.getResourceAsStream("/onnx/" + file)) {
            ModelProto model = ModelProto.parseFrom(Objects.requireNonNull(stream));
            Oracle.check(model, Map.of(), 3, 10);
            Network network = OnnxReader.network(model, Path.of("/none"), Path.of("test.onnx"), OnnxOptions.DEFAULT);
            assertThat(network.macs()).isEqualTo(macs);
        }
    }

    /** 0.5, 1.5 and 2.5 go to the even neighbour; 300 and -9 lie beyond the codes. */
    @Test
    void halvesGoToEvenCodesAndWhatLiesBeyondIsKeptAtTheLast() {
        Tensor one = new Tensor(java.util.List.of(1), () -> new float[] {2});
        Tensor ten = new Tensor(java.util.List.of(1), () -> new float[] {10});
        Codes codes = new Codes(Shape.vector(6), Codes.Way.QUANTISED, one, ten, 0, 255);
        assertThat(codes.of(new float[] {1, 3, 5, -1, 600, -98})).containsExactly(10, 12, 12, 10, 255, 0);
    }
}
