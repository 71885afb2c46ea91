package mho.arch.numerics;

import java.util.Arrays;
import java.util.List;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;

/** What the values of every node span, seen once on calibration inputs with the network in floating point, and frozen then. */
final class Ranges {
    private final Network network;
    private final Span[] outputs;

    private Ranges(Network network) {
        this.network = network;
        this.outputs = new Span[network.nodes().size()];
        Arrays.fill(outputs, Span.NOTHING);
    }

    /** @param network as a chip runs it, folded */
    static Ranges of(Network network, List<Batch> calibration) {
        Ranges ranges = new Ranges(network);
        new Interpreter(network, new FloatArithmetic()).run(calibration, ranges::see);
        return ranges;
    }

    private void see(Node node, Batch made) {
        outputs[node.id()] = outputs[node.id()].and(Span.of(made.values(), made.values().length));
    }

    Span output(int node) {
        return outputs[node];
    }

    /** What a node reads: its producers' values, its own last ones if it is recurrent. */
    Span input(int node) {
        Node reader = network.node(node);
        Span span = reader.recurrent() ? outputs[node] : Span.NOTHING;
        for (int producer : reader.inputs()) {
            span = span.and(outputs[producer]);
        }
        return span;
    }
}
