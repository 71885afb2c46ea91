package mho.workloads.onnx.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tensor-level graph.
 *
 * @param inputs what is fed at run time (initialisers that are also listed as inputs are not)
 * @param ops every operator the outputs depend on, producers before consumers
 * @param constants initialisers by name
 */
public record Graph(
        String name,
        List<GraphInput> inputs,
        List<String> outputs,
        List<Op> ops,
        Map<String, ConstantTensor> constants) {

    /** The same graph with some of its inputs fixed. */
    public Graph fixing(Map<String, ConstantTensor> fixed) {
        Map<String, ConstantTensor> all = new HashMap<>(constants);
        all.putAll(fixed);
        List<GraphInput> open = inputs.stream()
                .filter(input -> !fixed.containsKey(input.name()))
                .toList();
        return new Graph(name, open, outputs, ops, all);
    }
}
