package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Map;
import java.util.Random;
import mho.workloads.network.Dense;
import mho.workloads.network.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mask writes goes into no weights and no bias, wherever it is added; what was trained does. */
class MasksAreNoBiasesTest {
    private static TensorProto reals(String name, double... values) {
        return QuantisedValuesTest.scales(name, values);
    }

    private static Onnx product() {
        Random random = new Random(2);
        TensorProto.Builder weights =
                TensorProto.newBuilder().setName("w").setDataType(1).addDims(5).addDims(4);
        random.doubles(20, -1, 1).forEach(value -> weights.addFloatData((float) value));
        return Onnx.model().input("x", 3, 5).tensor(weights.build());
    }

    private static Onnx masked(String how, double blocked) {
        Onnx model = product().tensor(reals("m", 0, blocked, 0, blocked)).tensor(reals("b", 0.3, -2, 7, 0));
        switch (how) {
            case "add" -> model.node("MatMul", "x w", "s").node("Add", "s m", "a");
            case "added to" -> model.node("MatMul", "x w", "s").node("Add", "m s", "a");
            case "behind a bias" -> model.node("MatMul", "x w", "s")
                    .node("Add", "s b", "t")
                    .node("Add", "t m", "a");
            case "with a bias" -> model.node("Add", "b m", "both")
                    .node("MatMul", "x w", "s")
                    .node("Add", "s both", "a");
            case "behind a scale" -> model.tensor(reals("d", 2))
                    .node("MatMul", "x w", "s")
                    .node("Div", "s d", "t")
                    .node("Add", "t m", "a");
            case "subtract" -> model.tensor(reals("n", 0, -blocked, 0, -blocked))
                    .node("MatMul", "x w", "s")
                    .node("Sub", "s n", "a");
            case "gemm" -> model.node("Gemm", "x w m", "a");
            default -> throw new IllegalArgumentException(how);
        }
        return model;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "add, -30",
        "add, -1e9",
        "add, -65504",
        "add, -Infinity",
        "added to, -1e9",
        "behind a bias, -1e9",
        "behind a bias, -Infinity",
        "with a bias, -1e9",
        "with a bias, -Infinity",
        "behind a scale, -3.4028234e38",
        "behind a scale, -Infinity",
        "subtract, -1e9",
        "gemm, -1e9",
        "gemm, -Infinity"
    })
    void aMaskBehindADenseLayerStaysOutOfIt(String how, double blocked) {
        for (String behind : new String[] {"Softmax", "LogSoftmax"}) {
            if (behind.equals("LogSoftmax") && Double.isInfinite(blocked)) {
                continue; // minus infinity cannot be compared
            }
            Onnx model = masked(how, blocked)
                    .node(behind, "a", "y", integer("axis", -1))
                    .output("y");
            Oracle.check(model.proto().build(), Map.of(), 1, 10);
            Node dense = model.network().folded().nodes().get(1);
            assertThat(dense.layer()).isInstanceOf(Dense.class);
            if (dense.weightsHeld() != null && dense.weightsHeld().tensors().get("bias") != null) {
                assertThat(dense.weightsHeld().tensors().get("bias").values().get())
                        .containsExactly(0.3f, -2, 7, 0);
            }
            assertThat(model.network().folded().nodes())
                    .anyMatch(node -> node.layer().kind().matches("add|subtract"));
        }
    }

    /** A bias of a few units, also one that is zero for some, or that pushes one class down. */
    @ParameterizedTest
    @ValueSource(strings = {"0.3 -2 7 0", "0 0 0 -3", "-12 3 0.5 1", "-40 -41 0 -39"})
    void whatWasTrainedIsABias(String numbers) {
        double[] bias = java.util.Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Onnx model = product()
                .tensor(reals("b", bias))
                .node("MatMul", "x w", "s")
                .node("Add", "s b", "a")
                .node("Softmax", "a", "y", integer("axis", -1))
                .output("y");
        assertThat(model.network().folded().nodes()).hasSize(3);
        Oracle.check(model.proto().build(), Map.of(), 1, 10);
    }

    /** Logarithms of shares that no float holds. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -150, -1e4})
    void logarithmsOfSmallSharesAreExact(double low) {
        Onnx model = Onnx.model()
                .input("x", 2, 4)
                .tensor(reals("m", 0, low, 0, low))
                .node("Add", "x m", "a")
                .node("LogSoftmax", "a", "y", integer("axis", -1))
                .output("y");
        Oracle.check(model.proto().build(), Map.of(), 1, 10);
    }
}
