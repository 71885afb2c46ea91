package mho.workloads.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a network to what a chip runs; see {@link Network#folded()}. Every node of the old network is kept, or absorbed
 * by the node before it, or seen through; either way {@link #found} says where its values are to be read in the new one.
 */
final class Folding {
    private final Network old;
    private final int[] readers;
    private final List<Node> kept = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * The values of an old node in the new network.
     *
     * @param edge the new producer, and the view of it
     * @param alone whether nobody else reads that producer
     */
    private record Found(Edge edge, boolean alone) {}

    Folding(Network old) {
        this.old = old;
        this.readers = new int[old.nodes().size()];
        old.nodes().forEach(node -> node.inputs().forEach(from -> readers[from]++));
        // What comes out must stay what it is, whoever else reads it.
        old.results().forEach(edge -> readers[edge.from()]++);
    }

    Network run() {
        for (Node node : old.nodes()) {
            found.add(place(node));
        }
        List<Edge> results = old.results().stream().map(this::trace).toList();
        return new Network(old.name(), old.about(), old.source(), kept, results, old.remarks());
    }

    private Found place(Node node) {
        if (node.edges().size() != 1) {
            return keep(node);
        }
        Found input = found.get(node.edges().get(0).from());
        if (node.layer().isView() || isNothing(node)) {
            Edge traced = trace(node.edges().get(0));
            List<Layer> views = node.layer().isView() ? joined(traced.views(), node.layer()) : traced.views();
            Edge view = new Edge(traced.from(), node.output(), traced.field(), traced.channels(), views);
            return new Found(view, input.alone() && readers[node.id()] == 1);
        }
        Node absorbed = absorbed(node, input);
        if (absorbed != null) {
            kept.set(absorbed.id(), absorbed);
            return new Found(input.edge(), readers[node.id()] == 1);
        }
        return keep(node);
    }

    private Found keep(Node node) {
        List<Edge> edges = node.edges().stream().map(this::trace).toList();
        Shape shape = node.output();
        int id = kept.size();
        kept.add(new Node(
                id, node.name(), node.layer(), edges, shape, node.function(), node.copies(), node.weightsHeld()));
        return new Found(Edge.direct(id, shape), readers[node.id()] == 1);
    }

    /** An edge of the old network, led through views to its producer in the new one. */
    private Edge trace(Edge edge) {
        Edge source = found.get(edge.from()).edge();
        return new Edge(
                source.from(),
                edge.shape(),
                edge.field().through(source.field()),
                edge.channels(),
                joined(source.views(), edge.views()));
    }

    private static List<Layer> joined(List<Layer> first, Layer then) {
        return joined(first, List.of(then));
    }

    private static List<Layer> joined(List<Layer> first, List<Layer> then) {
        List<Layer> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static boolean isNothing(Node node) {
        return node.layer() instanceof ActivationLayer layer && layer.function() == Activation.NONE;
    }

    /** The producer with the node folded into it, or null if that would change what anybody else reads. */
    private @Nullable Node absorbed(Node node, Found input) {
        Node producer = kept.get(input.edge().from());
        if (!input.alone() || producer.activation() != Activation.NONE) {
            return null;
        }
        if (node.layer() instanceof BatchNorm && producer.layer().absorbsBatchNorm() && readsAsIs(input, producer)) {
            return with(producer, producer.layer().withBias(), node.function(), node.weightsHeld(), true);
        }
        boolean all = input.edge().shape().size() == producer.output().size();
        if (node.layer() instanceof ActivationLayer layer && producer.layer().takesActivation() && all) {
            // Slopes of channels go along only where channels are still what they were.
            boolean moved = layer.with().perChannel() && !readsAsIs(input, producer);
            return moved || !passes(input.edge().views(), layer.function())
                    ? null
                    : with(producer, producer.layer(), layer.with(), node.weightsHeld(), false);
        }
        return null;
    }

    /**
     * Whether an activation may go before these views. Rounding to codes and back keeps the order of values, and 0: a relu is
     * the same before and behind it.
     */
    private static boolean passes(List<Layer> views, Activation function) {
        int coded = 0;
        boolean paired = true;
        for (Layer view : views) {
            if (view instanceof Codes codes) {
                paired &= codes.way() == (coded % 2 == 0 ? Codes.Way.QUANTISED : Codes.Way.RESTORED);
                coded++;
            }
        }
        return coded == 0 || (paired && coded % 2 == 0 && function == Activation.RELU);
    }

    private static boolean readsAsIs(Found input, Node producer) {
        boolean sameChannels = input.edge().views().stream()
                .allMatch(view -> !(view instanceof View turned
                        && turned.order() != null
                        && !turned.order().isEmpty()));
        boolean sameValues = input.edge().views().stream().noneMatch(view -> view instanceof Codes);
        return sameChannels
                && sameValues
                && input.edge().field().keepsOrder()
                && input.edge().shape().channels() == producer.output().channels();
    }

    private static Node with(Node node, Layer layer, Function function, @Nullable TrainedWeights more, boolean scaled) {
        TrainedWeights own = node.weightsHeld();
        TrainedWeights all = own == null ? more : more == null ? own : own.and(more);
        if (scaled && own != null && more == null) {
            all = own.unknown("the batch norm behind it has no scale and shift");
        }
        return new Node(node.id(), node.name(), layer, node.edges(), node.output(), function, node.copies(), all);
    }
}
