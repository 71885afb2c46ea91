package mho.arch.roofline;

import java.util.HashSet;
import java.util.Set;
import mho.workloads.network.Edge;
import mho.workloads.network.Node;

/**
 * What a layer asks of a machine that knows no more of it than sizes.
 *
 * @param ops of one input
 * @param weights numbers that are read once a batch: weights, biases, scales
 * @param lookedUp numbers that one input looks up in a table, which is held whole and never read whole
 * @param values of one input that it reads and writes
 */
public record LayerDemand(long ops, long weights, double lookedUp, long values) {
    public static LayerDemand of(Node node) {
        boolean isTable = node.tableValues() > 0;
        return new LayerDemand(
                node.ops(),
                isTable ? 0 : node.parameters(),
                (double) node.tableValues() * (isTable ? node.windows() : 0),
                Math.addExact(read(node), node.output().size()));
    }

    /** Of the results of others; what is read twice comes once. */
    private static long read(Node node) {
        long values = 0;
        Set<Integer> seen = new HashSet<>();
        for (Edge edge : node.edges()) {
            if (seen.add(edge.from())) {
                values = Math.addExact(values, edge.shape().size());
            }
        }
        return values;
    }
}
