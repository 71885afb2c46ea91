package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.ShapedGraph;
import org.jspecify.annotations.Nullable;

/** Which operators move data towards an output, and who reads each of their values. */
final class ValueReaders {
    private final Map<String, List<Op>> byValue = new HashMap<>();
    private final Set<String> outputs;
    private final List<Op> live = new ArrayList<>();

    ValueReaders(ShapedGraph shaped) {
        this.outputs = Set.copyOf(shaped.graph().outputs());
        Set<String> needed = new HashSet<>(outputs);
        for (Op op : shaped.unknown()) {
            needed.addAll(op.inputs());
            needed.addAll(op.captures());
        }
        // Producers stand before consumers, so one pass from the end finds everything that is needed.
        for (int i = shaped.ops().size() - 1; i >= 0; i--) {
            Op op = shaped.ops().get(i);
            if (op.outputs().stream().anyMatch(output -> needed.contains(output) && !isConstant(shaped, output))) {
                live.add(op);
                for (String input : dataInputs(op)) {
                    if (!isConstant(shaped, input)) {
                        needed.add(input);
                        byValue.computeIfAbsent(input, name -> new ArrayList<>())
                                .add(op);
                    }
                }
            }
        }
        Collections.reverse(live);
    }

    private static boolean isConstant(ShapedGraph shaped, String name) {
        InferredTensor value = shaped.values().get(name);
        return value != null && value.isConstant();
    }

    /** Recurrent layers start from states that are taken as already there. */
    private static List<String> dataInputs(Op op) {
        boolean recurrent =
                op.key().equals("LSTM") || op.key().equals("GRU") || op.key().equals("RNN");
        List<String> inputs = recurrent ? op.inputs().subList(0, 1) : op.inputs();
        return inputs.stream().filter(input -> !input.isEmpty()).toList();
    }

    /** In order. */
    List<Op> live() {
        return live;
    }

    List<Op> of(String value) {
        return byValue.getOrDefault(value, List.of());
    }

    boolean isRead(String value) {
        return byValue.containsKey(value) || outputs.contains(value);
    }

    boolean isOutput(String value) {
        return outputs.contains(value);
    }

    /** The one operator that reads a value, if there is exactly one and the value is no output of the graph. */
    @Nullable
    Op only(String value) {
        List<Op> readers = of(value);
        return readers.size() == 1 && !outputs.contains(value) ? readers.get(0) : null;
    }
}
