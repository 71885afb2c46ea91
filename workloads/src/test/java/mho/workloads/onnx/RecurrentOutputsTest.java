package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which what a recurrent layer makes can leave a file, against ONNX Runtime. */
class RecurrentOutputsTest {
    private static final int INT32 = 6;
    private static final List<String> CELLS = List.of("RNN", "GRU", "LSTM");

    private static int gates(String cell) {
        return cell.equals("RNN") ? 1 : cell.equals("GRU") ? 3 : 4;
    }

    static Stream<Arguments> forms() {
        return CELLS.stream().flatMap(cell -> Stream.of("forward", "reverse", "bidirectional")
                .flatMap(direction -> orders(cell).flatMap(outputs -> Stream.of(0, 3, 5)
                        .map(length -> arguments(cell, direction, outputs, length)))));
    }

    /** What a file asks for, in the order in which it says so. */
    private static Stream<String> orders(String cell) {
        Stream<String> all = Stream.of("y", "h", "y h", "h y");
        return cell.equals("LSTM") ? Stream.concat(all, Stream.of("c", "h c", "c h y", "y h c")) : all;
    }

    private static Onnx model(String cell, String direction, String outputs, int length) {
        int directions = direction.equals("bidirectional") ? 2 : 1;
        Random random = new Random(length + outputs.length());
        Onnx model = Onnx.model()
                .input("x", 5, 1, 4)
                .tensor(random(random, "w", directions, 3L * gates(cell), 4))
                .tensor(random(random, "r", directions, 3L * gates(cell), 3))
                .tensor(random(random, "b", directions, 6L * gates(cell)));
        if (length > 0) {
            model.tensor(TensorProto.newBuilder()
                    .setName("l")
                    .setDataType(INT32)
                    .addDims(1)
                    .addInt32Data(length)
                    .build());
        }
        List<String> asked = List.of(outputs.split(" "));
        String made = (asked.contains("y") ? "y" : "-")
                + (asked.contains("h") ? " h" : " -")
                + (cell.equals("LSTM") ? asked.contains("c") ? " c" : " -" : "");
        return model.node(
                        cell,
                        "x w r b" + (length > 0 ? " l" : ""),
                        made,
                        integer("hidden_size", 3),
                        text("direction", direction))
                .output(asked.toArray(new String[0]));
    }

    private static TensorProto random(Random random, String name, long... dims) {
        TensorProto.Builder tensor = Onnx.floats(name, dims).toBuilder();
        for (int i = 0; i < tensor.getFloatDataCount(); i++) {
            tensor.setFloatData(i, (float) (random.nextGaussian() / 2));
        }
        return tensor.build();
    }

    @ParameterizedTest(name = "{0} {1}, {2}, length {3}")
    @MethodSource("forms")
    void whateverIsReadOfItIsWhatOnnxRuntimeSays(String cell, String direction, String outputs, int length) {
        Onnx model = model(cell, direction, outputs, length);
        Oracle.check(model.proto().build(), Map.of(), 3, 10);
        Network network = model.network();
        int directions = direction.equals("bidirectional") ? 2 : 1;
        String first = outputs.substring(0, 1);
        assertThat(network.results()).hasSize(outputs.split(" ").length);
        assertThat(network.results().get(0).shape().size())
                .as("the first output of the file is the network's answer")
                .isEqualTo((first.equals("y") ? 15L : 3L) * directions);
        assertThat(network.folded().results().get(0).shape().size())
                .isEqualTo(network.results().get(0).shape().size());
    }

    /** ONNX Runtime has no layout 1; of one sequence it differs from layout 0 in the order of the dimensions alone. */
    @ParameterizedTest(name = "{0} {1}, {2}")
    @MethodSource("batchFirst")
    void aBatchThatStandsFirstIsReadFromThere(String cell, String direction, String outputs) {
        Oracle.check(
                layout(1, cell, direction, outputs).proto().build(),
                layout(0, cell, direction, outputs).proto().build(),
                3);
    }

    static Stream<Arguments> batchFirst() {
        return CELLS.stream().flatMap(cell -> Stream.of("forward", "reverse", "bidirectional")
                .flatMap(direction ->
                        Stream.of("y -", "- h", "y h").map(outputs -> arguments(cell, direction, outputs))));
    }

    private static Onnx layout(int layout, String cell, String direction, String outputs) {
        int directions = direction.equals("bidirectional") ? 2 : 1;
        boolean first = layout == 1;
        Onnx model = Onnx.model()
                .input("x", first ? 1 : 5, first ? 5 : 1, 4)
                .tensor(random(new Random(1), "w", directions, 3L * gates(cell), 4))
                .tensor(random(new Random(2), "r", directions, 3L * gates(cell), 3))
                .tensor(random(new Random(3), "h0", first ? 1 : directions, first ? directions : 1, 3))
                .node(
                        cell,
                        "x w r - - h0",
                        outputs,
                        integer("hidden_size", 3),
                        text("direction", direction),
                        integer("layout", layout));
        return model.output(
                Stream.of(outputs.split(" ")).filter(name -> !name.equals("-")).toArray(String[]::new));
    }

    @Test
    void anOutputThatIsReadByOthersTooKeepsItsValuesWhenFolded() {
        Onnx model = Onnx.model()
                .input("x", 1, 4)
                .weights("w", 4, 3)
                .node("MatMul", "x w", "logits")
                .node("Relu", "logits", "kept")
                .node("MatMul", "kept v", "more")
                .weights("v", 3, 2)
                .output("more", "logits");
        Oracle.check(model.proto().build(), Map.of(), 3, 10);
        assertThat(model.network().folded().results()).hasSize(2);
        assertThat(model.network().folded().results().get(1).shape().channels()).isEqualTo(3);
    }
}
