package mho.workloads.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;

/**
 * A network with all that one step of training adds, as a network again: behind the layers the gradients, from the last to the first,
 * the reads of matrices in reverse, and their updates.
 *
 * <pre>
 * forward    x ─► W1 ─► y1 ─► W2 ─► y2
 * gradient              g1 ◄─ W2' ◄─ g2 = y2 - label
 * update        W1 += x g1    W2 += y1 g2
 * </pre>
 *
 * A gradient is put together where its layer's outputs are made: from what comes back of everyone who reads them, times the slope of
 * the activation there, for which the outputs are kept until then. A matrix is updated window by window, by the outer product of what it
 * was driven with, kept until then as well, and the gradient. What stands behind the network's inputs needs no gradient.
 */
public final class TrainingNetwork {
    /** Multiplications for the slope of a smooth function of a value, given the value (y (1 - y), 1 - y y), and the product with it. */
    private static final int SLOPE_WORK = 2;

    private final Network forward;
    private final List<Node> nodes;
    private final Map<Integer, Integer> gradientOf = new HashMap<>();
    private final Map<Integer, Integer> reverseOf = new HashMap<>();

    private TrainingNetwork(Network forward) {
        this.forward = forward;
        this.nodes =
                new ArrayList<>(forward.nodes().stream().map(Node::whileTrained).toList());
    }

    /**
     * @param folded as a chip runs it
     * @throws BadInput that names every layer whose gradient is not known, and networks with nothing to train
     */
    public static Network of(Network folded) {
        check(folded);
        return new TrainingNetwork(folded).run();
    }

    private static void check(Network folded) {
        List<String> without = folded.nodes().stream()
                .filter(node -> !node.layer().hasGradient())
                .map(node -> "%s (%s)".formatted(node.name(), node.kind()))
                .toList();
        if (!without.isEmpty()) {
            throw new BadInput(
                    "training %s: no gradient is known here of %s; train a network without %s, or run it (--program infer)"
                            .formatted(folded.name(), String.join(", ", without), without.size() == 1 ? "it" : "them"));
        }
        if (folded.nodes().stream().noneMatch(node -> node.matrix() != null)) {
            throw new BadInput(
                    "training %s: it has no weights; give it a layer that has (dense, conv)".formatted(folded.name()));
        }
    }

    private Network run() {
        List<Node> layers = forward.nodes();
        boolean[] trained = behindWeights();
        for (int id = layers.size() - 1; id >= 0; id--) {
            Node node = layers.get(id);
            if (trained[id]) {
                addGradient(node);
                StepsBack steps = node.layer().stepsBack();
                if (steps != null) {
                    addStepsBack(node, steps);
                } else if (node.matrix() != null) {
                    addReverse(node, trained);
                    addUpdate(node);
                }
            }
        }
        return new Network(
                forward.name(), forward.about(), forward.source(), nodes, forward.results(), forward.remarks());
    }

    /** Of every layer, whether it or one before it has weights: gradients are needed so far back. */
    private boolean[] behindWeights() {
        boolean[] trained = new boolean[forward.nodes().size()];
        for (Node node : forward.nodes()) {
            trained[node.id()] = node.matrix() != null || node.inputs().stream().anyMatch(from -> trained[from]);
        }
        return trained;
    }

    /** The gradient of a layer's outputs: at the end of the network, what they are away from what they should be. */
    private void addGradient(Node node) {
        Shape shape = node.output();
        List<Edge> edges = new ArrayList<>();
        edges.add(Edge.direct(node.id(), shape)); // its outputs, for the slope
        long sums = 0;
        for (Node reader : forward.consumers(node.id())) {
            for (Edge edge : reader.edges()) {
                if (edge.from() == node.id()) {
                    Integer from = reader.matrix() == null ? gradientOf.get(reader.id()) : reverseOf.get(reader.id());
                    ReceptiveField read = edge.field();
                    ReceptiveField back = (reader.recurrent() ? read.reversed() : read).transposed(shape);
                    edges.add(new Edge(
                            java.util.Objects.requireNonNull(from),
                            nodes.get(from).output(),
                            back,
                            Math.min(edge.channels(), nodes.get(from).output().channels()),
                            List.of()));
                    sums += meanTaps(back) * edge.channels();
                }
            }
        }
        boolean last = edges.size() == 1;
        DigitalWork work =
                DigitalWork.of(ScalarOperation.ADD, last ? shape.channels() : Math.max(0, sums - shape.channels()));
        work = work.plus(slope(node.activation(), shape.channels()));
        gradientOf.put(node.id(), add(node, BackwardLayer.GRADIENT, edges, Partner.Role.BESIDE, shape, work, 0));
    }

    /** Sums that a position adds up, on the average. */
    private static long meanTaps(ReceptiveField back) {
        long taps = 0;
        for (int w = 0; w < back.windows(); w++) {
            taps += back.neededTaps(w);
        }
        return (taps + back.windows() - 1) / back.windows();
    }

    private static DigitalWork slope(Activation activation, int channels) {
        if (activation == Activation.NONE) {
            return DigitalWork.NONE;
        }
        return activation.isPiecewiseLinear()
                ? DigitalWork.of(ScalarOperation.COMPARE, channels)
                : DigitalWork.of(ScalarOperation.MULTIPLY, (long) SLOPE_WORK * channels);
    }

    /** The matrix driven with the gradient from its other side, where anyone before it needs to know. */
    private void addReverse(Node node, boolean[] trained) {
        if (node.inputs().stream().noneMatch(from -> trained[from])) {
            return;
        }
        Matrix matrix = java.util.Objects.requireNonNull(node.matrix());
        Shape map = node.output();
        Shape patches = new Shape(Math.multiplyExact(matrix.groups(), matrix.rows()), map.height(), map.width());
        List<Edge> edges = List.of(Edge.direct(gradient(node), map));
        int id = add(
                node,
                BackwardLayer.REVERSE,
                edges,
                Partner.Role.TRANSPOSED,
                patches,
                DigitalWork.NONE,
                matrix.macsPerWindow());
        reverseOf.put(node.id(), id);
    }

    private void addUpdate(Node node) {
        Matrix matrix = java.util.Objects.requireNonNull(node.matrix());
        Shape map = node.output();
        List<Edge> edges = new ArrayList<>();
        edges.add(Edge.direct(gradient(node), map));
        edges.addAll(node.edges());
        Shape done = new Shape(1, map.height(), map.width());
        add(node, BackwardLayer.UPDATE, edges, Partner.Role.UPDATE, done, DigitalWork.NONE, matrix.macsPerWindow());
    }

    /**
     * Through a sequence from its last step to its first: each takes the error of its outputs and what the one behind it hands back, works
     * out those of its gates and drives the matrix with them from its other side; the update follows step by step.
     */
    private void addStepsBack(Node node, StepsBack each) {
        Matrix matrix = java.util.Objects.requireNonNull(node.matrix());
        Shape map = node.output();
        int steps = map.width();
        ReceptiveField lastFirst = ReceptiveField.identity(1, steps).reversed();
        Shape whole = nodes.get(node.id()).output();
        List<Edge> edges = new ArrayList<>();
        edges.add(new Edge(gradient(node), map, lastFirst, map.channels(), List.of()));
        edges.add(new Edge(node.id(), whole, lastFirst, each.kept() == 0 ? each.state() : each.kept(), List.of()));
        edges.add(new Edge(node.id(), whole, ReceptiveField.before(steps), each.state(), List.of()));
        Shape errors = Shape.sequence(
                Math.addExact(each.gates(), Math.addExact(matrix.rows(), each.carried() - each.state())), steps);
        int back = add(
                node,
                new BackwardLayer(
                        BackwardLayer.REVERSE,
                        new Partner(node.id(), Partner.Role.TRANSPOSED),
                        errors,
                        each.work(),
                        matrix.macsPerWindow(),
                        each.carried()),
                edges);
        reverseOf.put(node.id(), back);
        List<Edge> products = new ArrayList<>();
        products.add(new Edge(back, errors, ReceptiveField.identity(1, steps), each.gates(), List.of()));
        for (Edge edge : node.edges()) {
            products.add(new Edge(edge.from(), edge.shape(), edge.field().reversed(), edge.channels(), edge.views()));
        }
        products.add(new Edge(node.id(), whole, ReceptiveField.before(steps), each.state(), List.of()));
        add(
                node,
                new BackwardLayer(
                        BackwardLayer.UPDATE,
                        new Partner(node.id(), Partner.Role.UPDATE),
                        Shape.sequence(1, steps),
                        DigitalWork.NONE,
                        matrix.macsPerWindow(),
                        0),
                products);
    }

    private int gradient(Node node) {
        return java.util.Objects.requireNonNull(gradientOf.get(node.id()));
    }

    private int add(
            Node node, String word, List<Edge> edges, Partner.Role role, Shape output, DigitalWork work, long macs) {
        return add(node, new BackwardLayer(word, new Partner(node.id(), role), output, work, macs, 0), edges);
    }

    private int add(Node node, BackwardLayer layer, List<Edge> edges) {
        int id = nodes.size();
        String name = node.name() + "." + layer.kind();
        if (forward.nodes().stream().anyMatch(other -> other.name().equals(name))) {
            throw new BadInput("training %s: a layer is called \"%s\", as what training adds to %s would be: rename it"
                    .formatted(forward.name(), name, node.name()));
        }
        nodes.add(new Node(id, name, layer, edges, layer.output(), Function.NONE, 0, null));
        return id;
    }
}
