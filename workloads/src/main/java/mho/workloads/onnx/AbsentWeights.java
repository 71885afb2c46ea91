package mho.workloads.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Op;

/**
 * Weights that a file declares among its inputs and gives no values for. An input is a weight if all its sizes are fixed and whatever
 * reads it takes it where only weights stand: the kernel of a convolution, say. Factors of a product and addends may be data as well, so
 * they count as weights only in a file that holds no matrix of its own, and only in second place.
 */
final class AbsentWeights {
    private static final String WHY =
            "the file lists it among its inputs and gives it no values, export the model with its weights";

    /** Input places that hold weights, by operator. */
    private static final Map<String, Set<Integer>> PLACES = Map.ofEntries(
            Map.entry("Conv", Set.of(1, 2)),
            Map.entry("ConvTranspose", Set.of(1, 2)),
            Map.entry("ConvInteger", Set.of(1)),
            Map.entry("QLinearConv", Set.of(3, 8)),
            Map.entry("BatchNormalization", Set.of(1, 2, 3, 4)),
            Map.entry("InstanceNormalization", Set.of(1, 2)),
            Map.entry("LayerNormalization", Set.of(1, 2)),
            Map.entry("GroupNormalization", Set.of(1, 2)),
            Map.entry("PRelu", Set.of(1)),
            Map.entry("LSTM", Set.of(1, 2, 3, 7)),
            Map.entry("GRU", Set.of(1, 2, 3)),
            Map.entry("RNN", Set.of(1, 2, 3)));

    private static final Map<String, Set<Integer>> LIKELY = Map.of(
            "MatMul", Set.of(1),
            "Gemm", Set.of(1, 2),
            "Gather", Set.of(0),
            "Add", Set.of(0, 1),
            "Mul", Set.of(0, 1));

    private static final Set<String> PASSING = Set.of("Identity", "Cast", "Transpose", "DequantizeLinear");

    private final Graph graph;
    private final boolean alone;

    private AbsentWeights(Graph graph) {
        this.graph = graph;
        this.alone = graph.constants().values().stream()
                .noneMatch(tensor -> tensor.type().real() && tensor.dims().rank() > 1);
    }

    static Graph fixed(Graph graph) {
        AbsentWeights weights = new AbsentWeights(graph);
        Map<String, ConstantTensor> absent = new HashMap<>();
        for (GraphInput input : graph.inputs()) {
            if (weights.isWeight(input)) {
                long[] sizes =
                        input.sizes().stream().mapToLong(GraphInput.Size::fixed).toArray();
                absent.put(input.name(), ConstantTensor.absent(input.type(), Dims.ofLongs(sizes), WHY));
            }
        }
        boolean dataLeft = absent.size() < graph.inputs().size();
        return absent.isEmpty() || !dataLeft ? graph : graph.fixing(absent);
    }

    /** Says that weights are not there, if any are missed. */
    static void remark(Graph graph, NetworkBuilder builder) {
        Set<String> why = new HashSet<>();
        int count = 0;
        for (ConstantTensor tensor : graph.constants().values()) {
            if (tensor.absent() != null) {
                why.add(tensor.absent());
                count++;
            }
        }
        if (count > 0) {
            builder.remark("the values of " + count
                    + " constants are not there, so time, energy and area are computed and values cannot be: "
                    + why.stream()
                            .sorted()
                            .limit(2)
                            .reduce((a, b) -> a + "; " + b)
                            .orElse(""));
        }
    }

    private boolean isWeight(GraphInput input) {
        return input.sizes().stream().noneMatch(GraphInput.Size::open)
                && !input.sizes().isEmpty()
                && onlyWeight(input.name(), input.sizes().size(), 0);
    }

    private boolean onlyWeight(String name, int rank, int depth) {
        boolean read = false;
        for (Op op : graph.ops()) {
            for (int k = 0; k < op.inputs().size(); k++) {
                if (op.inputs().get(k).equals(name)) {
                    read = true;
                    if (!(takes(op, k, rank) || passes(op, k, rank, depth))) {
                        return false;
                    }
                }
            }
        }
        return read && !graph.outputs().contains(name);
    }

    private boolean passes(Op op, int place, int rank, int depth) {
        return place == 0
                && depth < graph.ops().size()
                && PASSING.contains(op.key())
                && onlyWeight(op.outputs().get(0), rank, depth + 1);
    }

    private boolean takes(Op op, int place, int rank) {
        if (Objects.requireNonNull(PLACES.getOrDefault(op.key(), Set.of())).contains(place)) {
            return true;
        }
        boolean likely = alone
                && Objects.requireNonNull(LIKELY.getOrDefault(op.key(), Set.of()))
                        .contains(place);
        boolean addend = Set.of("Add", "Mul").contains(op.key()) || (op.key().equals("Gemm") && place == 2);
        List<String> inputs = op.inputs();
        boolean ofConstant = inputs.size() > 1 && graph.constants().containsKey(inputs.get(1 - Math.min(place, 1)));
        return likely && !ofConstant && (addend ? rank == 1 : rank == 2);
    }
}
