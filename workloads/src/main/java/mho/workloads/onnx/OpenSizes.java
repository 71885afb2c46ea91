package mho.workloads.onnx;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Refusal;

/**
 * Fills in what the file leaves open. The batch of an input is its first open dimension whose name says so, or else its
 * leading dimension; every other open dimension needs a value. Where exporters give one name to the batch and to another
 * dimension (a sentence length called "batch" occurs), a value by that name goes to the other one.
 */
final class OpenSizes {
    private final Graph graph;
    private final OnnxOptions options;
    private final boolean oneAtATime;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private int dropped = 1;

    private OpenSizes(Graph graph, OnnxOptions options, boolean oneAtATime) {
        this.graph = graph;
        this.options = options;
        this.oneAtATime = oneAtATime;
    }

    /**
     * The shapes of a graph's inputs.
     *
     * @param dims by name of every input that is needed
     * @param dropped the fixed batch that was read as 1 because mho runs one input at a time; 1 if there was none
     */
    record Filled(Map<String, Dims> dims, int dropped) {}

    /** With the fixed batch of images read as 1. */
    static Filled fill(Graph graph, OnnxOptions options) {
        return new OpenSizes(graph, options, true).filled();
    }

    /** With every fixed size as it is. */
    static Filled asWritten(Graph graph, OnnxOptions options) {
        return new OpenSizes(graph, options, false).filled();
    }

    /** With the leading axis, of the same size in every input that is larger than a vector, read as 1. */
    static Filled withoutLeading(Graph graph, OnnxOptions options) {
        return without(graph, options, 0, input -> input.sizes().size() > 1);
    }

    /** With the axis behind the steps of sequences, of the same size in every input, read as 1. */
    static Filled withoutSecond(Graph graph, OnnxOptions options) {
        return without(
                graph,
                options,
                1,
                input -> input.sizes().size() > 2
                        && !input.sizes().get(0).open()
                        && input.sizes().get(0).fixed() > 1);
    }

    private static Filled without(Graph graph, OnnxOptions options, int axis, Predicate<GraphInput> has) {
        OpenSizes sizes = new OpenSizes(graph, options, false);
        Set<Long> found = new LinkedHashSet<>();
        for (GraphInput input : sizes.needed()) {
            if (has.test(input)) {
                boolean open = input.sizes().get(axis).open();
                found.add(open ? 1 : input.sizes().get(axis).fixed());
            }
        }
        Filled written = sizes.filled();
        long batch = found.size() == 1 ? found.iterator().next() : 1;
        if (batch < 2 || batch > Integer.MAX_VALUE) {
            return written;
        }
        Map<String, Dims> dims = new LinkedHashMap<>(written.dims());
        for (GraphInput input : sizes.needed()) {
            if (has.test(input)) {
                dims.computeIfPresent(input.name(), (name, all) -> all.with(axis, 1));
            }
        }
        return new Filled(dims, (int) batch);
    }

    /** Whether a leading extent could be a batch that the file fixes. */
    static boolean mayBeBatch(Graph graph) {
        return graph.inputs().stream()
                .anyMatch(input -> input.sizes().stream().limit(2).anyMatch(size -> !size.open() && size.fixed() > 1));
    }

    private Filled filled() {
        List<GraphInput> needed = needed();
        for (GraphInput input : needed) {
            int batch = batchAxis(input);
            for (int axis = 0; axis < input.sizes().size(); axis++) {
                String symbol = input.sizes().get(axis).symbol();
                if (symbol != null && axis != batch) {
                    asked.add(symbol);
                }
            }
        }
        Map<String, Dims> dims = new LinkedHashMap<>();
        for (GraphInput input : needed) {
            dims.put(input.name(), shape(input));
        }
        if (!missing.isEmpty()) {
            throw new Refusal("open dimensions need a size: " + String.join(", ", missing) + ", give "
                    + missing.stream()
                            .map(name -> "--dim " + name + "=…")
                            .reduce((a, b) -> a + " " + b)
                            .orElse(""));
        }
        return new Filled(dims, dropped);
    }

    private List<GraphInput> needed() {
        Set<String> read = new LinkedHashSet<>(graph.outputs());
        graph.ops().forEach(op -> read.addAll(op.inputs()));
        graph.ops().forEach(op -> read.addAll(op.captures()));
        for (String name : options.dims().keySet()) {
            boolean known = graph.inputs().stream()
                    .flatMap(input -> input.sizes().stream())
                    .anyMatch(size -> name.equals(size.symbol()));
            if (!known) {
                throw new Refusal("no open dimension is called " + quoted(name) + ", " + existing());
            }
        }
        return graph.inputs().stream()
                .filter(input -> read.contains(input.name()))
                .toList();
    }

    private String existing() {
        Set<String> symbols = new LinkedHashSet<>();
        for (GraphInput input : graph.inputs()) {
            for (GraphInput.Size size : input.sizes()) {
                if (size.symbol() != null) {
                    symbols.add(size.symbol());
                }
            }
        }
        return symbols.isEmpty() ? "all are fixed" : "there are " + String.join(", ", symbols);
    }

    private static int batchAxis(GraphInput input) {
        List<GraphInput.Size> sizes = input.sizes();
        for (int axis = 0; axis < sizes.size(); axis++) {
            String symbol = sizes.get(axis).symbol();
            if (symbol != null && symbol.toLowerCase(Locale.ROOT).contains("batch")) {
                return axis;
            }
        }
        return !sizes.isEmpty() && sizes.get(0).open() ? 0 : -1;
    }

    private Dims shape(GraphInput input) {
        int batch = batchAxis(input);
        List<Long> shape = new ArrayList<>();
        for (int axis = 0; axis < input.sizes().size(); axis++) {
            GraphInput.Size size = input.sizes().get(axis);
            shape.add(size.symbol() == null ? fixed(input, axis) : open(size.symbol(), axis == batch));
        }
        try {
            return Dims.ofLongs(shape.stream().mapToLong(Long::longValue).toArray());
        } catch (Refusal refusal) {
            throw refusal.at("graph input " + quoted(input.name()));
        }
    }

    /** Images (four dimensions) exported for a fixed batch are read one at a time. */
    private long fixed(GraphInput input, int axis) {
        long size = input.sizes().get(axis).fixed();
        if (!oneAtATime || axis > 0 || input.sizes().size() != 4) {
            return size;
        }
        dropped = (int) Math.max(dropped, size);
        return 1;
    }

    private long open(String symbol, boolean batch) {
        Integer given = options.dims().get(symbol);
        if (batch) {
            return given == null || asked.contains(symbol) ? options.batch() : given;
        }
        if (given == null) {
            missing.add(symbol);
            return 1;
        }
        return given;
    }
}
