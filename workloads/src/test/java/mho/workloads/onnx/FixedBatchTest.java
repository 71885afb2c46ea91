package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exporters that fix a batch write its size into inputs, shapes and constants: one of its inputs is what runs, and the network says so. */
class FixedBatchTest {
    /** Forms of a model, each written down for a batch of any size. */
    private static final Map<String, Function<Integer, Onnx>> FORMS = Map.ofEntries(
            Map.entry("a perceptron", FixedBatchTest::perceptron),
            Map.entry("a perceptron with biases for each of the batch", FixedBatchTest::biases),
            Map.entry("a perceptron of products and a softmax", FixedBatchTest::softmax),
            Map.entry("tokens that are averaged", FixedBatchTest::averaged),
            Map.entry("tokens with a mask as a second input", FixedBatchTest::masked),
            Map.entry("patches behind a class token of the batch", batch -> patches(batch, false)),
            Map.entry("patches behind a class token that is stretched", batch -> patches(batch, true)),
            Map.entry("heads that are folded and unfolded", FixedBatchTest::heads),
            Map.entry("a waveform of one channel", FixedBatchTest::waveform),
            Map.entry("a waveform without channels", FixedBatchTest::flatWaveform),
            Map.entry("volumes", FixedBatchTest::volumes),
            Map.entry("an image and a vector beside it", FixedBatchTest::beside));

    static Stream<String> forms() {
        return FORMS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void one_of_a_fixed_batch_is_run_and_every_figure_is_for_one(String form) {
        Function<Integer, Onnx> model = Objects.requireNonNull(FORMS.get(form));
        Network one = model.apply(1).network();
        Network eight = model.apply(8).network();

        assertThat(one.remarks()).isEmpty();
        assertThat(eight.remarks()).singleElement().asString().contains("a batch of 8");
        assertThat(eight.macs()).isEqualTo(one.macs());
        assertThat(eight.nodes()).hasSameSizeAs(one.nodes());
        for (int k = 0; k < one.nodes().size(); k++) {
            assertThat(eight.node(k).output())
                    .as(one.node(k).name())
                    .isEqualTo(one.node(k).output());
        }
    }

    @Test
    void positions_that_read_one_another_are_a_sequence_and_no_batch() {
        Network network = Onnx.model()
                .input("x", 12, 16)
                .weights("w", 16, 16)
                .node("MatMul", "x w", "q")
                .node("Transpose", "x", "k", ints("perm", 1, 0))
                .node("MatMul", "q k", "scores")
                .node("Softmax", "scores", "shares", integer("axis", -1))
                .node("MatMul", "shares x", "y")
                .output("y")
                .network();

        assertThat(network.remarks()).isEmpty();
        assertThat(network.macs()).isEqualTo(12L * 16 * 16 + 2 * 12 * 12 * 16);
    }

    @Test
    void positions_with_a_table_of_their_own_are_a_sequence() {
        Network network = Onnx.model()
                .input("x", 12, 16)
                .weights("positions", 12, 16)
                .weights("w", 16, 4)
                .node("Add", "x positions", "p")
                .node("MatMul", "p w", "y")
                .output("y")
                .network();

        assertThat(network.remarks()).isEmpty();
        assertThat(network.macs()).isEqualTo(12L * 16 * 4);
    }

    @Test
    void the_steps_of_a_recurrence_are_no_batch() {
        Network network = Onnx.model()
                .input("x", 12, 1, 3)
                .weights("w", 1, 16, 3)
                .weights("r", 1, 16, 4)
                .node("LSTM", "x w r", "y", integer("hidden_size", 4))
                .output("y")
                .network();

        assertThat(network.remarks()).isEmpty();
        assertThat(network.macs()).isEqualTo(12L * 16 * 7);
    }

    @Test
    void shares_among_positions_make_them_a_sequence() {
        Network network = Onnx.model()
                .input("x", 12, 16)
                .weights("w", 16, 4)
                .node("MatMul", "x w", "p")
                .node("Transpose", "p", "t", ints("perm", 1, 0))
                .node("Softmax", "t", "y", integer("axis", -1))
                .output("y")
                .network();

        assertThat(network.remarks()).isEmpty();
        assertThat(network.macs()).isEqualTo(12L * 16 * 4);
    }

    /** The same values for each of a batch. */
    private static TensorProto same(String name, long... dims) {
        long[] one = dims.clone();
        one[0] = 1;
        TensorProto.Builder tensor = Onnx.floats(name, one).toBuilder().setDims(0, dims[0]);
        List<Float> values = List.copyOf(tensor.getFloatDataList());
        for (int k = 1; k < dims[0]; k++) {
            tensor.addAllFloatData(values);
        }
        return tensor.build();
    }

    private static Onnx perceptron(int batch) {
        return Onnx.model()
                .input("x", batch, 16)
                .weights("w1", 16, 12)
                .weights("w2", 12, 5)
                .weights("b", 12)
                .node("Gemm", "x w1 b", "h")
                .node("Relu", "h", "r")
                .node("MatMul", "r w2", "y")
                .output("y");
    }

    private static Onnx biases(int batch) {
        return Onnx.model()
                .input("x", batch, 16)
                .weights("w1", 16, 12)
                .weights("w2", 12, 5)
                .tensor(same("b1", batch, 12))
                .tensor(same("b2", batch, 5))
                .node("Gemm", "x w1 b1", "h")
                .node("Relu", "h", "r")
                .node("MatMul", "r w2", "p")
                .node("Add", "b2 p", "y")
                .output("y");
    }

    private static Onnx softmax(int batch) {
        return Onnx.model()
                .input("x", batch, 16)
                .weights("w", 16, 12)
                .node("MatMul", "x w", "h")
                .node("Softmax", "h", "y", integer("axis", 1))
                .output("y");
    }

    private static Onnx averaged(int batch) {
        return Onnx.model()
                .tokens("ids", batch, 12)
                .weights("table", 50, 16)
                .weights("w", 16, 5)
                .node("Gather", "table ids", "e")
                .node("ReduceMean", "e", "m", ints("axes", 1), integer("keepdims", 0))
                .node("MatMul", "m w", "y")
                .output("y");
    }

    private static Onnx masked(int batch) {
        return Onnx.model()
                .tokens("ids", batch, 12)
                .input("mask", batch, 12)
                .weights("table", 50, 16)
                .integers("last", 2)
                .node("Gather", "table ids", "e")
                .node("Unsqueeze", "mask last", "m")
                .node("Mul", "e m", "kept")
                .node("ReduceSum", "kept one", "y", integer("keepdims", 0))
                .integers("one", 1)
                .output("y");
    }

    private static Onnx patches(int batch, boolean stretched) {
        Onnx model = Onnx.model()
                .input("x", batch, 3, 8, 8)
                .weights("k", 4, 3, 2, 2)
                .weights("positions", 1, 17, 4)
                .tensor(same("every", batch, 17, 4))
                .weights("w", 4, 6)
                .integers("shape", batch, 4, 16)
                .node("Conv", "x k", "c", ints("strides", 2, 2))
                .node("Reshape", "c shape", "f")
                .node("Transpose", "f", "t", ints("perm", 0, 2, 1));
        if (stretched) {
            model.weights("token", 1, 1, 4).integers("to", batch, 1, 4).node("Expand", "token to", "cls");
        } else {
            model.tensor(same("cls", batch, 1, 4));
        }
        return model.node("Concat", "cls t", "with", integer("axis", 1))
                .node("Add", "with positions", "p")
                .node("Add", "p every", "q")
                .node("MatMul", "q w", "y")
                .output("y");
    }

    private static Onnx heads(int batch) {
        return Onnx.model()
                .input("x", batch, 12, 16)
                .weights("w", 16, 16)
                .weights("o", 16, 16)
                .integers("split", batch, 12, 2, 8)
                .integers("folded", batch * 2L, 12, 8)
                .integers("unfolded", batch, 2, 12, 8)
                .integers("joined", batch, 12, 16)
                .node("MatMul", "x w", "q")
                .node("Reshape", "q split", "s")
                .node("Transpose", "s", "h", ints("perm", 0, 2, 1, 3))
                .node("Reshape", "h folded", "a")
                .node("Transpose", "a", "b", ints("perm", 0, 2, 1))
                .node("MatMul", "a b", "scores")
                .node("Softmax", "scores", "shares", integer("axis", -1))
                .node("MatMul", "shares a", "v")
                .node("Reshape", "v unfolded", "u")
                .node("Transpose", "u", "t", ints("perm", 0, 2, 1, 3))
                .node("Reshape", "t joined", "j")
                .node("MatMul", "j o", "y")
                .output("y");
    }

    private static Onnx waveform(int batch) {
        return Onnx.model()
                .input("x", batch, 1, 40)
                .weights("k", 4, 1, 5)
                .node("Conv", "x k", "y")
                .output("y");
    }

    private static Onnx flatWaveform(int batch) {
        return Onnx.model()
                .input("x", batch, 40)
                .weights("k", 4, 1, 5)
                .integers("one", 1)
                .node("Unsqueeze", "x one", "u")
                .node("Conv", "u k", "y")
                .output("y");
    }

    private static Onnx volumes(int batch) {
        return Onnx.model()
                .input("x", batch, 1, 4, 5, 6)
                .weights("k", 2, 1, 3, 3, 3)
                .weights("w", 48, 3)
                .integers("to", batch, 48)
                .node("Conv", "x k", "c")
                .node("Reshape", "c to", "f")
                .node("MatMul", "f w", "y")
                .output("y");
    }

    private static Onnx beside(int batch) {
        return Onnx.model()
                .input("x", batch, 2, 4, 4)
                .input("z", batch, 7)
                .weights("w", 39, 3)
                .node("Flatten", "x", "f")
                .node("Concat", "f z", "j", integer("axis", 1))
                .node("MatMul", "j w", "y")
                .output("y");
    }
}
