package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a file can be unusable, with what the reader says of it. */
class BadOnnxTest {
    @TempDir
    private Path folder = Path.of("");

    private static Onnx image() {
        return Onnx.model().input("x", 1, 3, 8, 8);
    }

    static Stream<Arguments> models() {
        return Stream.of(
                bad(
                        image().node("Relu", "z", "y").output("y"),
                        "Relu \"y\": its input \"z\" is no graph input, no initialiser and no node's output, export the"
                                + " model again"),
                bad(
                        image().named("a", "Relu", "x", "y")
                                .named("b", "Tanh", "x", "y")
                                .output("y"),
                        "\"y\" is made by both Relu \"a\" and Tanh \"b\", names must be unique"),
                bad(
                        image().node("Relu", "x", "x").output("x"),
                        "Relu \"x\": makes \"x\", which is already an input or an initialiser, names must be unique"),
                bad(
                        image().named("a", "Add", "x q", "p")
                                .named("b", "Relu", "p", "q")
                                .output("q"),
                        "the graph runs in a circle through Add \"a\", only graphs without cycles can be placed"),
                bad(
                        image().weights("w", 1)
                                .weights("w", 2)
                                .node("Relu", "x", "y")
                                .output("y"),
                        "two initialisers are named \"w\", names must be unique"),
                bad(
                        image().input("x", 1).node("Relu", "x", "y").output("y"),
                        "two graph inputs are named \"x\", names must be unique"),
                bad(image().node("Relu", "x", "y"), "the graph has no outputs, so nothing in it is needed"),
                bad(
                        image().node("Relu", "x", "y").output("z"),
                        "graph output \"z\" is made by no node, export the model again"),
                bad(
                        image().weights("w", 4, 2, 3, 3)
                                .node("Conv", "x w", "y")
                                .output("y"),
                        "Conv \"y\": its input 1x3x8x8 does not fit weights of 4x2x3x3 in 1 groups, which take 2"
                                + " channels"),
                bad(
                        image().weights("w", 4, 3, 9, 9)
                                .node("Conv", "x w", "y")
                                .output("y"),
                        "Conv \"y\": its kernel (9) is larger than its padded input (8), so nothing comes out; feed a"
                                + " larger input or use a smaller kernel"),
                bad(
                        image().weights("w", 4, 3, 3, 3)
                                .node("Conv", "x w", "y", text("auto_pad", "SAME"))
                                .output("y"),
                        "Conv \"y\": has auto_pad \"SAME\", which ONNX does not define"),
                bad(
                        image().weights("w", 4, 3, 3, 3)
                                .node("Conv", "x w", "y", ints("kernel_shape", 5, 5))
                                .output("y"),
                        "Conv \"y\": has kernel_shape [5, 5] but weights of [3, 3]"),
                bad(
                        image().weights("w", 4, 3, 3, 3)
                                .node("Conv", "x w", "y", ints("strides", 0, 1))
                                .output("y"),
                        "Conv \"y\": has a kernel, stride or dilation below 1"),
                bad(
                        Onnx.model()
                                .input("x", 2, 5, 3)
                                .input("v", 4, 2)
                                .node("MatMul", "x v", "y")
                                .output("y"),
                        "MatMul \"y\": its factors 2x5x3 and 4x2 do not agree: 3 values meet 4"),
                bad(
                        Onnx.model()
                                .input("x", 1, 5)
                                .weights("w", 7, 4)
                                .node("Gemm", "x w", "y", integer("transB", 1))
                                .output("y"),
                        "Gemm \"y\": its factors 1x5 and 7x4 (transposed) do not agree: 5 values meet 4"),
                bad(
                        image().integers("to", 5, 5)
                                .node("Reshape", "x to", "y")
                                .output("y"),
                        "Reshape \"y\": cannot reshape 1x3x8x8 (192 values) to [5, 5]"),
                bad(
                        image().input("z", 2, 3, 8, 7).node("Add", "x z", "y").output("y"),
                        "Add \"y\": shapes 1x3x8x8 and 1x3x8x7 do not broadcast"),
                bad(
                        image().tokens("to", 2).node("Reshape", "x to", "y").output("y"),
                        "Reshape \"y\": its shape depends on the data, but shapes must be known before a run; simplify the"
                                + " model with fixed shapes"),
                bad(
                        image().node("Transpose", "x", "y", ints("perm", 0, 0, 1, 2))
                                .output("y"),
                        "Transpose \"y\": has perm [0, 0, 1, 2] for an input of 1x3x8x8"),
                bad(
                        image().node("Flatten", "x", "y", integer("axis", 9)).output("y"),
                        "Flatten \"y\": axis 9 is outside a tensor of 4 dimensions"),
                bad(
                        image().node("Flatten", "x", "y", text("axis", "one")).output("y"),
                        "Flatten \"y\": attribute axis must be an integer"),
                bad(
                        image().weights("a", 3)
                                .weights("b", 3)
                                .weights("m", 3)
                                .weights("v", 3)
                                .node("BatchNormalization", "x a b m v", "y", integer("epsilon", 1))
                                .output("y"),
                        "BatchNormalization \"y\": attribute epsilon must be a real number"),
                bad(
                        image().node("Flatten", "x", "y", integer("axis", 1), integer("axis", 2))
                                .output("y"),
                        "Flatten \"\": attribute axis is given twice"),
                bad(image().node("Relu", "-", "y").output("y"), "Relu \"y\": its input 0 is missing"),
                bad(
                        image().integers("from", 8)
                                .integers("to", 9)
                                .integers("axes", 3)
                                .node("Slice", "x from to axes", "y")
                                .output("y"),
                        "Slice \"y\": its output is empty (1x3x8x0), give larger inputs"),
                bad(
                        Onnx.model()
                                .input("x", "N", 3, 8, 8)
                                .weights("w", 4, 3, 3, 3)
                                .node("Conv", "x w", "y")
                                .output("y"),
                        "Conv \"y\": takes 2 inputs at once (2x3x8x8), mho runs one at a time: export for a batch of 1,"
                                + " leave --batch at 1 and give --images 2"),
                bad(
                        Onnx.model()
                                .integers("s", 2)
                                .node("ConstantOfShape", "s", "y")
                                .output("y"),
                        "no output depends on an input, so there is nothing to run"),
                bad(
                        Onnx.model()
                                .input("x", 65536, 65536)
                                .node("Relu", "x", "y")
                                .output("y"),
                        "graph input \"x\": a tensor of 65536x65536 is larger than 2^31-1 elements"),
                bad(
                        image().integers("s", 1L << 40, 1L << 40)
                                .node("Expand", "x s", "y")
                                .output("y"),
                        "Expand \"y\": a tensor of 1099511627776x1099511627776 is larger than 2^31-1 elements"),
                bad(
                        image().tensor(TensorProto.newBuilder()
                                        .setName("w")
                                        .setDataType(1)
                                        .addDims(-4)
                                        .build())
                                .node("Relu", "x", "y")
                                .output("y"),
                        "initialiser \"w\": dimension 0 of -4 is negative"),
                bad(
                        image().tensor(TensorProto.newBuilder()
                                        .setName("w")
                                        .setDataType(1)
                                        .addDims(4)
                                        .setRawData(ByteString.copyFrom(new byte[3]))
                                        .build())
                                .node("Relu", "x", "y")
                                .output("y"),
                        "initialiser \"w\": holds 3 bytes where 4 of float needs 16"),
                bad(
                        image().named("one", "NonMaxSuppression", "x x", "a")
                                .named("two", "NonMaxSuppression", "x x", "b")
                                .named("three", "com.acme.Magic", "x", "c")
                                .named("four", "TopK", "x k", "d i")
                                .integers("k", 2)
                                .named("five", "Add", "a d", "e")
                                .output("e", "b", "c"),
                        "operators that cannot be placed: NonMaxSuppression (\"one\", \"two\"), com.acme.Magic"
                                + " (\"three\"), TopK (\"four\"); cut them off the model when exporting"),
                bad(
                        Onnx.model()
                                .input("x", 1, 2, 4, 4, 4, 4)
                                .weights("w", 4, 2, 3, 3, 3, 3)
                                .named("deep", "Conv", "x w", "y")
                                .output("y"),
                        "operators that cannot be placed: Conv over 4 axes (\"deep\"); cut them off the model when"
                                + " exporting"),
                bad(
                        image().input("w", 4, 3, 3, 3)
                                .node("Relu", "w", "v")
                                .named("c", "Conv", "x v", "y")
                                .output("y"),
                        "operators that cannot be placed: Conv with a computed input 1 (\"c\"); cut them off the model"
                                + " when exporting"));
    }

    private static Arguments bad(Onnx model, String message) {
        return arguments(message, model);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aModelThatMakesNoSenseIsRefusedInOneLine(String message, Onnx model) {
        int batch = message.contains("--batch") ? 2 : 1;
        assertThatThrownBy(() -> model.network(new OnnxOptions(batch, java.util.Map.of())))
                .hasMessage(message)
                .isInstanceOf(mho.workloads.onnx.graph.Refusal.class);
        assertThat(message).doesNotContain("\n");
    }

    @Test
    void inputsThatAreNoTensorsAreRefused() {
        ModelProto model =
                Onnx.model().node("Relu", "x", "y").output("y").proto().build();
        ValueInfoProto sequence = ValueInfoProto.newBuilder()
                .setName("x")
                .setType(TypeProto.newBuilder().setSequenceType(TypeProto.Sequence.getDefaultInstance()))
                .build();
        assertRefused(model, sequence, "graph input \"x\" is no tensor, only tensors can be placed");
        ValueInfoProto shapeless = ValueInfoProto.newBuilder()
                .setName("x")
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1)))
                .build();
        assertRefused(model, shapeless, "graph input \"x\" has no shape, export the model with one");
    }

    private static void assertRefused(ModelProto model, ValueInfoProto input, String message) {
        ModelProto.Builder changed = model.toBuilder();
        changed.getGraphBuilder().addInput(input);
        assertThatThrownBy(() -> Onnx.network(changed.build(), OnnxOptions.DEFAULT))
                .hasMessage(message);
    }

    @Test
    void aFunctionThatCallsItselfIsRefused() {
        FunctionProto loop = FunctionProto.newBuilder()
                .setDomain("pkg")
                .setName("loop")
                .addInput("a")
                .addOutput("b")
                .addNode(Onnx.node("", "pkg.loop", "a", "b"))
                .build();
        ModelProto model = image().node("pkg.loop", "x", "y")
                .output("y")
                .proto()
                .addFunctions(loop)
                .build();
        assertThatThrownBy(() -> Onnx.network(model, OnnxOptions.DEFAULT))
                .hasMessage("function loop calls itself, or functions nest deeper than 64");
    }

    @Test
    void namesThatWouldBendTheLineAreShownHarmless() {
        assertThat(image().node("Relu", "a\nb\u202E", "y").output("y").refusal())
                .startsWith("Relu \"y\": its input \"a\\nb\\u{202e}\" is no graph input");
        String endless = "n".repeat(1_000_000);
        assertThat(image().node("Relu", endless, "y").output("y").refusal()).hasSizeLessThan(300);
    }

    @Test
    void filesThatAreNoModelsAreRefusedByName() throws IOException {
        byte[] whole =
                image().node("Relu", "x", "y").output("y").proto().build().toByteArray();
        assertFileRefused(new byte[0], "the file is empty, export or download it again");
        String broken =
                "is not a complete ONNX model (the data breaks off or makes no sense), export or download it again";
        assertFileRefused(Arrays.copyOf(whole, whole.length / 2), broken);
        assertFileRefused("\u0089PNG and so on".getBytes(StandardCharsets.ISO_8859_1), broken);
        assertFileRefused(
                "version https://git-lfs.github.com/spec/v1\noid sha256:0".getBytes(StandardCharsets.US_ASCII),
                "is a Git LFS pointer instead of the model, fetch it with: git lfs pull");
        assertFileRefused(
                ModelProto.newBuilder().setIrVersion(8).build().toByteArray(),
                "holds no graph with operators, so it is no ONNX model of a network");
        Path missing = folder.resolve("missing.onnx");
        assertThatThrownBy(() -> OnnxReader.read(missing, OnnxOptions.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> OnnxReader.read(folder, OnnxOptions.DEFAULT))
                .hasMessage(folder + ": is a folder, give the .onnx file inside it");
    }

    private void assertFileRefused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad.onnx"), bytes);
        assertThatThrownBy(() -> OnnxReader.read(file, OnnxOptions.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void aModelCutOffAnywhereIsRefusedOrRead() throws IOException {
        byte[] whole = image().weights("w", 4, 3, 3, 3)
                .node("Conv", "x w", "c", ints("pads", 1, 1, 1, 1))
                .node("Relu", "c", "y")
                .output("y")
                .proto()
                .build()
                .toByteArray();
        for (int length : List.of(1, 10, whole.length / 3, whole.length - 30, whole.length - 1)) {
            Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OnnxReader.read(file, OnnxOptions.DEFAULT)).isInstanceOf(BadInput.class);
        }
    }
}
