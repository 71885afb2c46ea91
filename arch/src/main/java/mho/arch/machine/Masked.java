package mho.arch.machine;

import java.util.BitSet;
import java.util.List;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Input;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import mho.workloads.network.Resize;
import mho.workloads.network.Softmax;

/**
 * What stands between scores and their softmax and is no result of its own: scaling, masking, adding a bias, copies of a mask for all
 * heads, bounds. A unit for softmax does this as it reads, so that no buffer ever holds the -10^9 that a mask puts in the place of a score, and its range is nobody's concern.
 */
final class Masked {
    private final BitSet passing = new BitSet();

    /** @param network as a chip runs it, folded */
    Masked(Network network) {
        List<Integer> results =
                network.results().stream().map(edge -> edge.from()).toList();
        // Readers stand behind what they read, so one pass from the end suffices.
        for (int id = network.nodes().size() - 1; id >= 0; id--) {
            List<Node> readers = network.consumers(id);
            boolean inner = !results.contains(id) && !readers.isEmpty();
            if (inner && alters(network.node(id)) && readers.stream().allMatch(this::takes)) {
                passing.set(id);
            }
        }
    }

    private static boolean alters(Node node) {
        Layer layer = node.layer();
        boolean eachValue = layer instanceof Elementwise || layer instanceof BatchNorm || layer instanceof Input;
        boolean carries = layer instanceof Concat || layer instanceof Resize;
        boolean largest = (layer instanceof Reduce reduce && reduce.reduction() == Reduction.MAX)
                || (layer instanceof Pool pool && pool.reduction() == Reduction.MAX);
        boolean plain = node.activation() == Activation.NONE || node.activation() == Activation.CLIP;
        return (eachValue || largest || carries || clips(layer)) && plain;
    }

    /** Bounds that exporters put around what a mask may write. */
    private static boolean clips(Layer layer) {
        return layer instanceof ActivationLayer alone && alone.function() == Activation.CLIP;
    }

    /** A softmax that is written out begins with exponentials, of which a blocked score gives 0. */
    private static boolean exponential(Node node) {
        return node.activation() == Activation.EXP
                || (node.layer() instanceof ActivationLayer alone && alone.function() == Activation.EXP);
    }

    private boolean takes(Node reader) {
        return reader.layer() instanceof Softmax || exponential(reader) || passing.get(reader.id());
    }

    /** Whether a node's values go on into a softmax without a buffer between. */
    boolean passes(int node) {
        return passing.get(node);
    }
}
