package mho.workloads.onnx.lowering;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Strides;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.shape.InferredTensor;
import mho.workloads.onnx.shape.ShapedGraph;

/** Turns a graph whose shapes are known into a network, operator by operator. */
public final class Lowering {
    private static final int MOST_LISTED = 40;

    private final ShapedGraph shaped;
    private final NetworkInProgress canvas;
    private final ValueReaders readers;
    private final Map<String, PlacedTensor> places = new HashMap<>();
    private final Set<Op> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Set<String>> unplaceable = new LinkedHashMap<>();

    private Lowering(ShapedGraph shaped, NetworkBuilder builder) {
        this.shaped = shaped;
        this.canvas = new NetworkInProgress(builder);
        this.readers = new ValueReaders(shaped);
    }

    /**
     * Adds everything that the graph's outputs depend on.
     *
     * @throws Refusal when operators have no place (all of them are listed) or sizes do not suit a network
     */
    public static Network of(ShapedGraph shaped, NetworkBuilder builder) {
        return outcome(shaped, builder).network();
    }

    /**
     * Where a tensor of the file stands in the network.
     *
     * @param node whose output it is
     * @param order reads the node's values into the order of the file
     */
    public record Standing(int node, Strides order) {}

    /** A network, and where the tensors of its file stand in it. */
    public record Outcome(Network network, Map<String, Standing> tensors) {}

    /** {@link #of}, with the whereabouts of the file's tensors. */
    public static Outcome outcome(ShapedGraph shaped, NetworkBuilder builder) {
        Lowering lowering = new Lowering(shaped, builder);
        lowering.run();
        Map<String, Standing> tensors = new HashMap<>();
        lowering.places.forEach((name, placed) -> {
            AxisLayout layout = placed.layout();
            tensors.put(name, new Standing(placed.node(), layout.read(AxisLayout.plain(layout.dims()))));
        });
        builder.results(shaped.graph().outputs().stream()
                .map(tensors::get)
                .filter(Objects::nonNull)
                .map(Standing::node)
                .toList());
        return new Outcome(builder.build(), tensors);
    }

    private void run() {
        for (Op op : shaped.unknown()) {
            leave(op, op.key());
        }
        if (readers.live().isEmpty() && unplaceable.isEmpty()) {
            throw new Refusal("no output depends on an input, so there is nothing to run");
        }
        InputLayouts inputs = new InputLayouts(shaped, readers);
        for (GraphInput input : shaped.graph().inputs()) {
            if (!readers.of(input.name()).isEmpty()) {
                AxisLayout layout = inputs.layout(input);
                places.put(input.name(), new PlacedTensor(canvas.input(input.name(), layout.shape()), layout));
            }
        }
        for (Op op : readers.live()) {
            if (!taken.contains(op)) {
                place(op);
            }
        }
        if (!unplaceable.isEmpty()) {
            throw new Refusal(list());
        }
    }

    private void place(Op op) {
        LoweringRule rule = LoweringRules.of(op.key());
        if (rule == null) {
            leave(op, op.key());
            return;
        }
        if (op.inputs().stream()
                .anyMatch(input -> !input.isEmpty() && !shaped.values().containsKey(input))) {
            return; // behind an operator that is on the list already
        }
        try {
            empty(op);
            rule.lower(new LoweringContext(op, shaped.site(op), this));
        } catch (Unplaceable cause) {
            leave(op, String.valueOf(cause.getMessage()));
        } catch (LoweringContext.Behind silence) {
            // An operator before this one is on the list already.
        } catch (Refusal refusal) {
            throw refusal.at(op.label());
        } catch (ArithmeticException | IndexOutOfBoundsException misfit) {
            throw new Refusal(op.label() + ": its attributes and inputs (" + inputs(op)
                    + ") do not fit the operator's definition");
        }
    }

    /** The shapes of an operator's inputs, for messages. */
    private String inputs(Op op) {
        return op.inputs().stream()
                .map(name -> shaped.values().get(name))
                .map(value -> value == null ? "none" : value.dims().toString())
                .collect(Collectors.joining(", "));
    }

    private void empty(Op op) {
        for (String output : op.outputs()) {
            InferredTensor value = shaped.values().get(output);
            if (value != null && value.dims().count() == 0) {
                throw new Refusal("its output is empty (" + value.dims() + "), give larger inputs");
            }
        }
    }

    private void leave(Op op, String what) {
        unplaceable.computeIfAbsent(what, key -> new TreeSet<>()).add(op.title());
    }

    private String list() {
        StringBuilder list = new StringBuilder("operators that cannot be placed: ");
        int listed = 0;
        int all = unplaceable.values().stream().mapToInt(Set::size).sum();
        String between = "";
        for (Map.Entry<String, Set<String>> kind : unplaceable.entrySet()) {
            list.append(between).append(kind.getKey()).append(" (");
            String comma = "";
            for (String title : kind.getValue()) {
                if (listed++ < MOST_LISTED) {
                    list.append(comma).append(Refusal.quoted(title));
                    comma = ", ";
                }
            }
            list.append(comma.isEmpty() ? kind.getValue().size() + " times)" : ")");
            between = ", ";
        }
        if (all > MOST_LISTED) {
            list.append(", ")
                    .append(all - MOST_LISTED)
                    .append(" of ")
                    .append(all)
                    .append(" names left out");
        }
        return list.append("; cut them off the model when exporting").toString();
    }

    Map<String, InferredTensor> values() {
        return shaped.values();
    }

    Map<String, PlacedTensor> places() {
        return places;
    }

    NetworkInProgress canvas() {
        return canvas;
    }

    ValueReaders readers() {
        return readers;
    }

    Set<Op> taken() {
        return taken;
    }
}
