package mho.workloads.onnx.shape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.workloads.onnx.graph.Op;
import org.jspecify.annotations.Nullable;

/** What a condition hangs on. */
final class IfConditions {
    private IfConditions() {}

    /** A graph input of one element that {@code condition} is computed from; null if it depends on others, or on none. */
    static @Nullable String input(
            String condition, List<Op> ops, Map<String, InferredTensor> known, Set<String> inputs) {
        Map<String, Op> makers = new HashMap<>();
        ops.forEach(op -> op.outputs().forEach(output -> makers.put(output, op)));
        Deque<String> open = new ArrayDeque<>(List.of(condition));
        Set<String> seen = new HashSet<>();
        String found = null;
        while (!open.isEmpty()) {
            String name = open.remove();
            InferredTensor value = known.get(name);
            if (name.isEmpty() || !seen.add(name) || (value != null && value.isConstant())) {
                continue;
            }
            Op maker = makers.get(name);
            if (maker != null) {
                open.addAll(maker.inputs());
            } else if (value == null || !inputs.contains(name) || value.dims().count() != 1) {
                return null;
            } else {
                found = name;
            }
        }
        return found;
    }
}
