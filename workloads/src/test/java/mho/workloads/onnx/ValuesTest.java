package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.real;
import static mho.workloads.onnx.Onnx.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values against ONNX Runtime, layer by layer and for whole networks, as read and folded. */
class ValuesTest {
    private static final Random RANDOM = new Random(7);

    private static TensorProto random(String name, long... dims) {
        TensorProto zeros = Onnx.floats(name, dims);
        TensorProto.Builder tensor = zeros.toBuilder().clearFloatData();
        for (int i = 0; i < zeros.getFloatDataCount(); i++) {
            tensor.addFloatData((float) (RANDOM.nextGaussian() / 2));
        }
        return tensor.build();
    }

    private static TensorProto positive(String name, long... dims) {
        TensorProto tensor = random(name, dims);
        TensorProto.Builder squares = tensor.toBuilder().clearFloatData();
        tensor.getFloatDataList().forEach(x -> squares.addFloatData(x * x + 0.1f));
        return squares.build();
    }

    private static Onnx image() {
        return Onnx.model().input("x", 1, 4, 7, 6);
    }

    private static Arguments of(String name, Onnx model) {
        return arguments(name, model.output("y"));
    }

    private static Stream<Arguments> unary() {
        return Stream.of(
                        "Relu",
                        "LeakyRelu",
                        "Elu",
                        "Selu",
                        "Celu",
                        "Sigmoid",
                        "HardSigmoid",
                        "Tanh",
                        "HardSwish",
                        "Mish",
                        "Erf",
                        "Softplus",
                        "Softsign",
                        "Exp",
                        "Reciprocal",
                        "Abs",
                        "Neg",
                        "Sign",
                        "Sin",
                        "Cos",
                        "Floor",
                        "Ceil",
                        "Round",
                        "ThresholdedRelu",
                        "Shrink",
                        "Not")
                .filter(type -> !type.equals("Not"))
                .map(type -> of(type, image().opset(18).node(type, "x", "y")));
    }

    static Stream<Arguments> models() {
        Stream<Arguments> windows = Stream.of(
                of("upper triangle", Onnx.model().input("x", 1, 2, 5, 4).node("Trilu", "x", "y")),
                of(
                        "lower triangle below the diagonal",
                        Onnx.model()
                                .input("x", 3, 5, 4)
                                .integers("k", -1)
                                .integers("none")
                                .node("Reshape", "k none", "k0")
                                .node("Trilu", "x k0", "y", integer("upper", 0))),
                of(
                        "conv",
                        image().tensor(random("w", 6, 4, 3, 2))
                                .tensor(random("b", 6))
                                .node("Conv", "x w b", "y", ints("pads", 1, 0, 2, 1), ints("strides", 2, 1))),
                of(
                        "dilated conv in groups",
                        image().tensor(random("w", 6, 2, 2, 2))
                                .node("Conv", "x w", "y", integer("group", 2), ints("dilations", 2, 3))),
                of(
                        "depthwise conv, norm, relu",
                        image().tensor(random("w", 4, 1, 3, 3))
                                .tensor(random("g", 4))
                                .tensor(random("h", 4))
                                .tensor(random("m", 4))
                                .tensor(positive("v", 4))
                                .node("Conv", "x w", "c", integer("group", 4))
                                .node("BatchNormalization", "c g h m v", "n", real("epsilon", 0.01))
                                .node("Relu", "n", "y")),
                of(
                        "transposed conv",
                        image().tensor(random("w", 4, 3, 3, 2))
                                .tensor(random("b", 6))
                                .node(
                                        "ConvTranspose",
                                        "x w b",
                                        "y",
                                        integer("group", 2),
                                        ints("strides", 2, 3),
                                        ints("pads", 1, 0, 0, 1),
                                        ints("output_padding", 1, 0))),
                of(
                        "max pool",
                        image().node(
                                        "MaxPool",
                                        "x",
                                        "y",
                                        ints("kernel_shape", 3, 2),
                                        ints("strides", 2, 2),
                                        ints("pads", 1, 1, 1, 0),
                                        integer("ceil_mode", 1))),
                of(
                        "average pool",
                        image().node("AveragePool", "x", "y", ints("kernel_shape", 3, 3), ints("pads", 1, 1, 1, 1))),
                of(
                        "average pool with its padding",
                        image().node(
                                        "AveragePool",
                                        "x",
                                        "y",
                                        ints("kernel_shape", 3, 3),
                                        ints("pads", 1, 1, 1, 1),
                                        integer("count_include_pad", 1))),
                of("l2 pool", image().node("LpPool", "x", "y", ints("kernel_shape", 2, 2))),
                of(
                        "global pools",
                        image().node("GlobalAveragePool", "x", "a")
                                .node("GlobalMaxPool", "x", "b")
                                .node("Add", "a b", "y")));
        Stream<Arguments> orders = Stream.of(
                of(
                        "flatten and dense",
                        image().node("Flatten", "x", "f")
                                .tensor(random("w", 168, 5))
                                .tensor(random("b", 5))
                                .node("Gemm", "f w b", "y", real("alpha", 0.5), real("beta", 2))),
                of(
                        "transpose",
                        image().node("Transpose", "x", "t", ints("perm", 0, 3, 1, 2))
                                .node("Relu", "t", "y")),
                of(
                        "reshape across",
                        image().integers("s", 1, 6, 4, 7)
                                .node("Reshape", "x s", "r")
                                .tensor(random("w", 3, 6, 2, 2))
                                .node("Conv", "r w", "y")),
                of(
                        "depth to space",
                        Onnx.model().input("x", 1, 8, 3, 2).node("DepthToSpace", "x", "y", integer("blocksize", 2))),
                of(
                        "depth to space by columns",
                        Onnx.model()
                                .input("x", 1, 8, 3, 2)
                                .node("DepthToSpace", "x", "y", integer("blocksize", 2), text("mode", "CRD"))),
                of(
                        "space to depth",
                        Onnx.model().input("x", 1, 3, 4, 6).node("SpaceToDepth", "x", "y", integer("blocksize", 2))),
                of(
                        "concat of slices",
                        image().integers("a", 1, 4)
                                .integers("b", 3, 0)
                                .integers("ax", 1, 3)
                                .integers("st", 1, -1)
                                .node("Slice", "x a b ax st", "s", new ai.onnx.proto.OnnxMl.AttributeProto[0])
                                .node("Concat", "s s", "y", integer("axis", 1))),
                of(
                        "split and joined rows",
                        image().integers("p", 3, 4)
                                .node("Split", "x p", "a b", integer("axis", 2))
                                .node("Concat", "b a", "y", integer("axis", 2))),
                of("padding", image().integers("p", 0, 0, 1, 2, 0, 0, 0, 1).node("Pad", "x p", "y")),
                of(
                        "reflected padding",
                        image().integers("p", 0, 0, 1, 2, 0, 0, 3, 1)
                                .node("Pad", "x p", "y", text("mode", "reflect"))));
        Stream<Arguments> digital = Stream.of(
                of(
                        "add and subtract from a constant",
                        image().tensor(random("c", 4, 1, 1))
                                .node("Sub", "c x", "s")
                                .node("Mul", "s x", "y")),
                of("a constant map", image().tensor(random("c", 1, 4, 7, 6)).node("Add", "x c", "y")),
                of("divided by a constant", image().tensor(positive("c", 1)).node("Div", "x c", "y")),
                of(
                        "scores over rows",
                        image().node("GlobalAveragePool", "x", "g")
                                .node("Sigmoid", "g", "s")
                                .node("Mul", "x s", "y")),
                of(
                        "where",
                        image().node("Neg", "x", "n")
                                .node("Less", "x n", "l")
                                .tensor(random("c", 1))
                                .node("Where", "l x c", "y")),
                of("softmax of channels", image().node("Softmax", "x", "y", integer("axis", 1))),
                of("softmax of columns", image().node("Softmax", "x", "y")),
                of("prelu", image().tensor(random("s", 4, 1, 1)).node("PRelu", "x s", "y")),
                of(
                        "clip",
                        image().tensor(Onnx.scalar(-0.2).toBuilder()
                                        .setName("l")
                                        .build())
                                .tensor(Onnx.scalar(0.3).toBuilder()
                                        .setName("h")
                                        .build())
                                .node("Clip", "x l h", "y")),
                of("mean of columns", image().node("ReduceMean", "x", "y", ints("axes", 3))),
                of("largest channel", image().node("ReduceMax", "x", "y", ints("axes", 1), integer("keepdims", 0))),
                of("index of the largest", image().node("ArgMax", "x", "y", integer("axis", 1))),
                of(
                        "instance norm",
                        image().tensor(random("s", 4))
                                .tensor(random("b", 4))
                                .node("InstanceNormalization", "x s b", "y")),
                of("local response", image().node("LRN", "x", "y", integer("size", 3), real("alpha", 0.3))));
        Stream<Arguments> sequences = Stream.of(
                of(
                        "layer norm",
                        Onnx.model()
                                .input("x", 1, 5, 8)
                                .tensor(random("s", 8))
                                .tensor(random("b", 8))
                                .node("LayerNormalization", "x s b", "y", real("epsilon", 1e-3))),
                of(
                        "dense per position",
                        Onnx.model()
                                .input("x", 1, 5, 8)
                                .tensor(random("w", 8, 3))
                                .tensor(random("b", 3))
                                .node("MatMul", "x w", "m")
                                .node("Add", "m b", "y")),
                of(
                        "embedding",
                        Onnx.model()
                                .tokens("x", 1, 5)
                                .tensor(random("t", 10, 4))
                                .node("Gather", "t x", "y")),
                of(
                        "attention",
                        Onnx.model()
                                .input("x", 1, 5, 8)
                                .tensor(random("w", 8, 8))
                                .node("MatMul", "x w", "q")
                                .integers("s", 1, 5, 2, 4)
                                .node("Reshape", "q s", "h")
                                .node("Transpose", "h", "a", ints("perm", 0, 2, 1, 3))
                                .node("Transpose", "h", "b", ints("perm", 0, 2, 3, 1))
                                .node("MatMul", "a b", "p")
                                .node("Softmax", "p", "m")
                                .node("MatMul", "m a", "o")
                                .node("Transpose", "o", "t", ints("perm", 0, 2, 1, 3))
                                .integers("back", 1, 5, 8)
                                .node("Reshape", "t back", "y")),
                of(
                        "lstm",
                        recurrent("LSTM", 4)
                                .node(
                                        "LSTM",
                                        "x w r b",
                                        "y",
                                        integer("hidden_size", 3),
                                        text("direction", "bidirectional"))),
                of(
                        "gru",
                        recurrent("GRU", 3)
                                .node(
                                        "GRU",
                                        "x w r b",
                                        "y",
                                        integer("hidden_size", 3),
                                        text("direction", "bidirectional"))),
                of(
                        "gru with its reset behind",
                        recurrent("GRU", 3)
                                .node(
                                        "GRU",
                                        "x w r b",
                                        "y",
                                        integer("hidden_size", 3),
                                        text("direction", "bidirectional"),
                                        integer("linear_before_reset", 1))),
                of(
                        "rnn",
                        recurrent("RNN", 1)
                                .node(
                                        "RNN",
                                        "x w r b",
                                        "y",
                                        integer("hidden_size", 3),
                                        text("direction", "bidirectional"))));
        Stream<Arguments> resized = Stream.of("half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel")
                .flatMap(place -> Stream.of("nearest", "linear", "cubic")
                        .map(mode -> of(
                                mode + " resize, " + place,
                                image().tensor(random("roi", 0))
                                        .tensor(Onnx.floats("none", 0))
                                        .integers("sizes", 1, 4, 10, 9)
                                        .node(
                                                "Resize",
                                                "x - - sizes",
                                                "y",
                                                text("mode", mode),
                                                text("coordinate_transformation_mode", place)))));
        Stream<Arguments> scaled = Stream.of("half_pixel", "asymmetric", "align_corners")
                .flatMap(place -> Stream.of("nearest", "linear")
                        .map(mode -> of(
                                mode + " resize by factors, " + place,
                                image().tensor(factors(1, 1, 0.6f, 1.7f))
                                        .node(
                                                "Resize",
                                                "x - f",
                                                "y",
                                                text("mode", mode),
                                                text("coordinate_transformation_mode", place)))));
        return Stream.of(windows, orders, digital, sequences, resized, scaled, unary())
                .flatMap(s -> s);
    }

    private static TensorProto factors(float... factors) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName("f").setDataType(1).addDims(factors.length);
        for (float factor : factors) {
            tensor.addFloatData(factor);
        }
        return tensor.build();
    }

    private static Onnx recurrent(String type, int gates) {
        return Onnx.model()
                .input("x", 6, 1, 4)
                .tensor(random("w", 2, gates * 3L, 4))
                .tensor(random("r", 2, gates * 3L, 3))
                .tensor(random("b", 2, gates * 6L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyLayerComputesWhatOnnxRuntimeDoes(String name, Onnx model) {
        Oracle.check(model.proto().build(), Map.of(), 1, 10);
    }

    @Test
    void fashionMnistComputesWhatOnnxRuntimeDoes() throws IOException {
        try (InputStream stream = ValuesTest.class.getResourceAsStream("/mho/workloads/zoo/fmnist_lenet.onnx")) {
            ModelProto model = ModelProto.parseFrom(Objects.requireNonNull(stream));
            double worst = Oracle.check(model, Map.of(), 1, 10);
            System.out.println("fmnist_lenet differs from ONNX Runtime by " + worst);
            assertThat(worst).isLessThan(1e-5);
        }
    }

    @Test
    void theSentenceEmbedderComputesWhatOnnxRuntimeDoes() throws IOException {
        try (InputStream stream = ValuesTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            assumeTrue(stream != null, "skipped: fetch the model with -Preal-models");
            ModelProto model = ModelProto.parseFrom(Objects.requireNonNull(stream));
            double worst = Oracle.check(model, Map.of("batch", 16), 1, 2);
            System.out.println("MiniLM differs from ONNX Runtime by " + worst);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ch_PP-OCRv4_det_infer.onnx, p2o.DynamicDimension.1=160 p2o.DynamicDimension.2=128",
        "ch_ppocr_mobile_v2.0_cls_infer.onnx, p2o.DynamicDimension.1=48 p2o.DynamicDimension.2=192",
        "ch_PP-OCRv4_rec_infer.onnx, p2o.DynamicDimension.1=320",
    })
    void readersOfPrintComputeWhatOnnxRuntimeDoes(String name, String sizes) throws IOException {
        String models = System.getProperty("mho.onnx.models", "");
        assumeTrue(!models.isEmpty(), "skipped: -Dmho.onnx.models names no folder (see RealModelsTest)");
        Map<String, Integer> dims = new HashMap<>();
        for (String size : Arrays.asList(sizes.split(" "))) {
            dims.put(size.substring(0, size.indexOf('=')), Integer.parseInt(size.substring(size.indexOf('=') + 1)));
        }
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(Path.of(models, name)));
        System.out.println(name + " differs from ONNX Runtime by " + Oracle.check(model, dims, ValuesTest::print));
    }

    /** Lines of strokes on white paper: on anything else the detector answers zero. */
    private static float print(long[] shape, int at, boolean whole) {
        int width = (int) shape[3];
        int x = at % width;
        int y = at / width % (int) shape[2];
        boolean line = y % 40 >= 10 && y % 40 < 30 && x >= 8 && x < width - 8;
        boolean stroke = x % 12 < 3 || (y % 40 < 13 && x % 12 < 9) || ((x + y) % 12 < 2 && x % 12 < 9);
        return line && stroke ? -1 : 1;
    }
}
