package mho.arch.machine;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import mho.arch.codes.CodeGrid;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Codes;
import mho.workloads.network.Concat;
import mho.workloads.network.Edge;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import org.jspecify.annotations.Nullable;

/**
 * What a quantised model says of how values are kept. Where everybody who reads a node reads it in the model's codes, a buffer of as many
 * bits holds these and no others: the values go to them unrounded, with whatever is done value by value on the way (scaling the sums
 * of a product, adding its bias). Numbers that a rounding finds for a whole map, its scale and zero point, are in no buffer either.
 */
final class Kept {
    private final Network network;
    private final int bits;
    private final @Nullable CodeGrid[] grids;
    private final BitSet asCodes = new BitSet();

    /** @param network as a chip runs it, folded */
    Kept(Network network, int bits) {
        this.network = network;
        this.bits = bits;
        this.grids = new CodeGrid[network.nodes().size()];
        for (Node node : network.nodes()) {
            grids[node.id()] = selects(node) ? common(node) : null;
        }
        for (int id = network.nodes().size() - 1; id >= 0; id--) {
            if (kept(network.node(id))) {
                asCodes.set(id);
            }
        }
    }

    /** Whether a node's values go to buffers as the model's codes, or to none. */
    boolean asCodes(int node) {
        return asCodes.get(node);
    }

    /** The values that the model leaves to what an edge reads; null where it does not say. */
    @Nullable
    CodeGrid grid(Edge edge) {
        CodeGrid grid = grids[edge.from()];
        for (Layer view : edge.views()) {
            grid = view instanceof Codes codes ? CodeGrid.behind(codes, grid) : grid;
        }
        return grid;
    }

    private @Nullable CodeGrid common(Node node) {
        List<@Nullable CodeGrid> read =
                node.edges().stream().map(this::grid).distinct().toList();
        return read.size() == 1 ? read.get(0) : null;
    }

    /** Whether all that comes out of a node went into it, or is 0. */
    private static boolean selects(Node node) {
        boolean plain = node.activation() == Activation.NONE || node.activation() == Activation.RELU;
        Layer layer = node.layer();
        boolean picks = (layer instanceof Pool pool && picks(pool.reduction()))
                || layer instanceof Concat
                || (layer instanceof ActivationLayer alone && alone.function() == Activation.RELU);
        return plain && picks;
    }

    private static boolean picks(Reduction reduction) {
        return reduction == Reduction.MAX || reduction == Reduction.MIN;
    }

    private boolean kept(Node node) {
        CodeGrid own = grids[node.id()];
        if (own != null && own.fits(bits)) {
            return true;
        }
        if (!node.edges().isEmpty() && node.edges().stream().allMatch(this::carriesNumbers)) {
            return true;
        }
        boolean results = network.results().stream()
                .filter(edge -> edge.from() == node.id())
                .allMatch(this::readsCodes);
        List<Node> readers = network.consumers(node.id());
        boolean read = !readers.isEmpty() || network.results().stream().anyMatch(edge -> edge.from() == node.id());
        return results && read && readers.stream().allMatch(reader -> takes(reader, node.id()));
    }

    private boolean takes(Node reader, int from) {
        boolean alters = reader.layer() instanceof Elementwise
                || reader.layer() instanceof BatchNorm
                || reader.layer() instanceof ActivationLayer;
        return reader.edges().stream()
                .filter(edge -> edge.from() == from)
                .allMatch(edge -> readsCodes(edge) || (alters && asCodes.get(reader.id())));
    }

    /** Whether what an edge reads is the model's codes of few enough bits, by constant scales or by those that the values give. */
    private boolean readsCodes(Edge edge) {
        for (Layer view : edge.views()) {
            if (view instanceof Codes codes) {
                return carries(codes)
                        || Objects.requireNonNull(CodeGrid.behind(codes, null)).fits(bits);
            }
        }
        return false;
    }

    private boolean carriesNumbers(Edge edge) {
        boolean measured = edge.views().stream().anyMatch(view -> view instanceof Codes codes && carries(codes));
        Node from = network.node(edge.from());
        boolean reduced =
                from.layer() instanceof Pool || from.layer() instanceof Reduce || from.layer() instanceof Elementwise;
        return measured
                || (reduced && !from.edges().isEmpty() && from.edges().stream().allMatch(this::carriesNumbers));
    }

    private static boolean carries(Codes codes) {
        return codes.way() == Codes.Way.MEASURED_SCALE || codes.way() == Codes.Way.MEASURED_ZERO;
    }
}
