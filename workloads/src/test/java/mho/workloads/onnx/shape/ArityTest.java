package mho.workloads.onnx.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many inputs operators take, held against ONNX Runtime, which knows the schema of every version of every operator. */
class ArityTest {
    private static final int NEWEST_OPSET = 21;
    private static final Pattern RANGE = Pattern.compile("input size 0 not in range \\[min=(\\d+), max=(\\d+)\\]");

    static Stream<String> operators() {
        return Arity.operators();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void anOperatorTakesWhatItTakesInAnyVersion(String operator) {
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (int opset = 1; opset <= NEWEST_OPSET; opset++) {
            Matcher range = RANGE.matcher(refusalOfNoInputs(operator, opset));
            if (range.find()) { // else there is no such operator in this version
                least = Math.min(least, Integer.parseInt(range.group(1)));
                most = Math.max(most, Integer.parseInt(range.group(2)));
            }
        }
        assertThat(most).as("ONNX Runtime knows %s", operator).isPositive();
        int from = least;
        int to = most;
        List<Integer> taken =
                IntStream.range(0, 12).filter(n -> takes(operator, n)).boxed().toList();
        assertThat(taken)
                .isEqualTo(IntStream.range(0, 12)
                        .filter(n -> n >= from && n <= to)
                        .boxed()
                        .toList());
    }

    private static boolean takes(String operator, int inputs) {
        try {
            Arity.check(op(operator, Collections.nCopies(inputs, "x")), Map.of());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    void aRefusalNamesTheNodeAndWhatItHas() {
        assertThatThrownBy(() -> Arity.check(op("Less", List.of("x")), Map.of()))
                .hasMessage("Less \"n\": takes 2 inputs, has 1 (unknown)");
        assertThatThrownBy(() -> Arity.check(op("Gemm", List.of("x", "")), Map.of()))
                .hasMessage("Gemm \"n\": its input 1 is missing");
    }

    private static Op op(String operator, List<String> inputs) {
        return new Op(
                "n",
                "",
                operator,
                NEWEST_OPSET,
                inputs,
                List.of("y"),
                List.of(),
                Op.alias("x", "y").attributes());
    }

    private static String refusalOfNoInputs(String operator, int opset) {
        NodeProto node = NodeProto.newBuilder()
                .setName("n")
                .setOpType(operator)
                .addOutput("y")
                .build();
        byte[] model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(GraphProto.newBuilder().setName("g").addNode(node))
                .build()
                .toByteArray();
        try {
            OrtEnvironment.getEnvironment().createSession(model).close();
            return "";
        } catch (OrtException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
