package mho.workloads.onnx;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Refusal;

/** Inputs of one element whose value is given: they are the same in every input, and may pick the branch of an If. */
final class GivenInputs {
    private GivenInputs() {}

    static Graph fixed(Graph graph, Map<String, Double> given) {
        Map<String, ConstantTensor> fixed = new HashMap<>();
        given.forEach((name, value) -> fixed.put(name, constant(input(graph, name), value)));
        return fixed.isEmpty() ? graph : graph.fixing(fixed);
    }

    private static GraphInput input(Graph graph, String name) {
        return graph.inputs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("no input is called " + quoted(name) + ", there are "
                        + graph.inputs().stream()
                                .map(each -> quoted(each.name()))
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("none")));
    }

    private static ConstantTensor constant(GraphInput input, double value) {
        List<GraphInput.Size> sizes = input.sizes();
        if (sizes.stream().anyMatch(size -> !size.open() && size.fixed() != 1)) {
            throw new Refusal("input " + quoted(input.name())
                    + " holds more than one value, --input gives one; values of other inputs come from --data");
        }
        if (input.type().integral() && value != Math.rint(value)) {
            throw new Refusal(
                    "input " + quoted(input.name()) + " is of type " + input.type() + ", --input needs a whole number");
        }
        int[] ones = new int[sizes.size()];
        java.util.Arrays.fill(ones, 1);
        ConstantValues one =
                input.type().integral() ? ConstantValues.ofIntegers((long) value) : ConstantValues.ofReals(value);
        return new ConstantTensor(input.type(), Dims.of(ones), one);
    }
}
