package mho.workloads.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place. Whatever the layer is, a node answers the same questions: how many windows, which positions a window
 * needs, what sits in arrays, what digital work is left.
 *
 * @param id its index in the network
 * @param function the activation, evaluated on each output value as it appears
 * @param copies how often the matrix is held, 0 = let the mapper decide
 */
public record Node(
        int id,
        String name,
        Layer layer,
        List<Edge> edges,
        Shape output,
        Function function,
        int copies,
        @Nullable TrainedWeights weightsHeld) {
    public Node {
        edges = List.copyOf(edges);
    }

    public String kind() {
        return layer.kind();
    }

    public Activation activation() {
        return function.kind();
    }

    /** Ids of the producers, in the layer's order; one may occur twice. */
    public List<Integer> inputs() {
        return edges.stream().map(Edge::from).toList();
    }

    /** Windows are output positions, in row-major order. */
    public int windows() {
        return output.positions();
    }

    public ReceptiveField field(int input) {
        return edges.get(input).field();
    }

    /** Values read at each needed position of an input. */
    public int inputChannels(int input) {
        return edges.get(input).channels();
    }

    /** What sits in arrays; null for a node that is digital altogether. */
    public @Nullable Matrix matrix() {
        return layer.matrix(inputShapes(), output);
    }

    /** Weights in arrays, biases not counted. */
    public long weights() {
        Matrix matrix = matrix();
        return matrix == null ? 0 : matrix.weights();
    }

    /** Trained numbers: weights, biases, scales, tables. */
    public long parameters() {
        return layer.parameters(inputShapes(), output);
    }

    /** Multiply-accumulates per network input, in arrays or between activations; every tap counts, padding included. */
    public long macs() {
        return layer.macs(inputShapes(), output);
    }

    /** Two per MAC. */
    public long ops() {
        return Math.multiplyExact(2, macs());
    }

    /** Digital work of one window, the activation's evaluations included. */
    public DigitalWork work() {
        DigitalWork own = layer.work(inputShapes(), output);
        return activation() == Activation.NONE ? own : own.and(ScalarOperation.of(activation()), output.channels());
    }

    /** Digital work behind each pass through the matrix but the last: one entry for every pass more than one. */
    public List<DigitalWork> earlierPasses() {
        return layer.earlierPasses();
    }

    /** Values one window looks up in a stored table. */
    public long tableValues() {
        return layer.tableValues(output);
    }

    /** Whether its values come from outside. */
    public boolean isInput() {
        return layer instanceof Input;
    }

    /** Whether all a window does is carry values from one buffer to the next. */
    public boolean movesData() {
        return !isInput() && matrix() == null && work().isNone();
    }

    /** The node in whose tiles it works, and what it does there; null where it has a place of its own. */
    public @Nullable Partner partner() {
        return layer.partner();
    }

    /** Whether window w also needs the node's own window w - 1. */
    public boolean recurrent() {
        return layer.recurrent();
    }

    /** Values of its own window w - 1 that it reads, where it reads that. */
    public int ownChannels() {
        return layer.ownChannels(output);
    }

    /** The same with its layer as it is while it is trained. */
    Node whileTrained() {
        Layer trained = layer.whileTrained();
        return trained.equals(layer)
                ? this
                : new Node(id, name, trained, edges, trained.outputOf(inputShapes()), function, copies, weightsHeld);
    }

    List<Shape> inputShapes() {
        return edges.stream().map(Edge::shape).toList();
    }
}
