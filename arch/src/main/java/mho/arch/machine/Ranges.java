package mho.arch.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mho.arch.codes.Extent;
import mho.arch.codes.InputRange;
import mho.workloads.network.Function;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Softmax;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;

/** What the values of every node span, seen once on calibration inputs with the network in floating point, and frozen then. */
final class Ranges {
    /** How much wider the ranges of computed values are than what was seen: those to come exceed those of calibration. Assumed. */
    private static final float HEADROOM = 1.25f;

    private final Network network;
    private final Masked masked;
    private final Kept kept;
    private final Extent[] outputs;
    private final Extent[] activated;
    private final Extent[] remembered;
    private final Extent[] driven;

    private Ranges(Network network, int bits) {
        this.network = network;
        this.kept = new Kept(network, bits);
        this.masked = new Masked(network);
        this.outputs = new Extent[network.nodes().size()];
        this.activated = new Extent[outputs.length];
        this.remembered = new Extent[outputs.length];
        this.driven = new Extent[outputs.length];
        Arrays.fill(driven, Extent.NOTHING);
        Arrays.fill(outputs, Extent.NOTHING);
        Arrays.fill(activated, Extent.NOTHING);
        Arrays.fill(remembered, Extent.NOTHING);
    }

    /**
     * @param network as a chip runs it, folded
     * @param bits in which buffers keep values
     */
    static Ranges of(Network network, List<Batch> calibration, int bits) {
        Ranges ranges = new Ranges(network, bits);
        new Interpreter(network, ranges.new Watching()).run(calibration);
        for (Node node : network.nodes()) {
            if (!(node.isInput())) {
                ranges.outputs[node.id()] = ranges.outputs[node.id()].times(HEADROOM);
            }
        }
        return ranges;
    }

    /** Floating point with open eyes. */
    private final class Watching implements Arithmetic {
        private final FloatArithmetic arithmetic = new FloatArithmetic();

        @Override
        public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
            if (node.recurrent()) {
                remember(node, in, vectors);
            }
            if (coded(node)) {
                // What is driven is not what the producer's buffer holds.
                int count = vectors * Objects.requireNonNull(node.matrix()).rows();
                driven[node.id()] = driven[node.id()].and(Extent.of(in, count));
            }
            arithmetic.multiply(node, group, instance, in, vectors, out);
        }

        /** The states among what a step of a recurrence multiplies: they stand behind its inputs. */
        private void remember(Node node, float[] in, int vectors) {
            int rows = Objects.requireNonNull(node.matrix()).rows();
            int given = node.edges().get(0).shape().channels();
            for (int v = 0; v < vectors; v++) {
                float[] state = Arrays.copyOfRange(in, v * rows + given, (v + 1) * rows);
                remembered[node.id()] = remembered[node.id()].and(Extent.of(state, state.length));
            }
        }

        @Override
        public void activate(Node node, Function function, float[] values, int from, int to) {
            Extent span = Extent.of(Arrays.copyOfRange(values, from, to), to - from);
            activated[node.id()] = activated[node.id()].and(span);
            arithmetic.activate(node, function, values, from, to);
        }

        @Override
        public void store(Node node, Batch result) {
            Extent seen = node.layer() instanceof Softmax softmax && softmax.logarithm()
                    ? Extent.from((float) Softmax.LEAST_LOGARITHM, result.values())
                    : Extent.of(result.values(), result.values().length);
            outputs[node.id()] = outputs[node.id()].and(seen);
        }
    }

    /** Whether a node's values are kept in a buffer at all. */
    boolean buffers(int node) {
        return !masked.passes(node) && !kept.asCodes(node);
    }

    Extent output(int node) {
        return outputs[node];
    }

    /** What goes into a node's activation. */
    Extent beforeActivation(int node) {
        return activated[node];
    }

    /** What a layer in arrays reads. */
    InputRange inputs(int node) {
        Node reader = network.node(node);
        return new InputRange(
                input(node), coded(reader) ? kept.grid(reader.edges().get(0)) : null);
    }

    /** Whether a layer in arrays reads what a quantised model has rounded to codes. */
    private boolean coded(Node node) {
        return node.matrix() != null
                && !node.recurrent()
                && kept.grid(node.edges().get(0)) != null;
    }

    /** What a node reads: its producers' values, its own last ones if it is recurrent (of which a cell state is none). */
    Extent input(int node) {
        Node reader = network.node(node);
        if (coded(reader)) {
            return driven[node];
        }
        Extent span = reader.recurrent() ? state(reader) : Extent.NOTHING;
        for (int producer : reader.inputs()) {
            span = span.and(outputs[producer]);
        }
        return span;
    }

    /** The hidden state of a recurrence, without the cell state that may come out beside it. */
    private Extent state(Node node) {
        boolean alone = node.output().channels() == hidden(node);
        return alone ? outputs[node.id()] : remembered[node.id()].times(HEADROOM);
    }

    private static int hidden(Node node) {
        return Objects.requireNonNull(node.matrix()).rows()
                - node.edges().get(0).shape().channels();
    }
}
