package mho.arch.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.cut.Cut;
import mho.arch.cut.StoredLines;
import mho.arch.cut.Tiling;
import mho.arch.cut.WeightLayout;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;

/** How the matrices of a network are cut for the elements of a chip. It is found once: time, writing and values all read it here. */
public final class Cuts {
    private final Map<Integer, Cut> byNode = new HashMap<>();

    private Cuts() {}

    /**
     * @param folded network: batch norm and views resolved
     * @throws mho.core.engine.ModelSaysNo if it is beyond what is laid out
     */
    static Cuts of(Network folded, Compact compact, WeightLayout layout) {
        Cuts cuts = new Cuts();
        folded.nodes().forEach(LayerLimits::check);
        LayerLimits.check(folded.nodes());
        for (Node node : folded.nodes()) {
            Matrix matrix = node.matrix();
            if (matrix != null) {
                StoredLines stored = StoredLines.of(node, compact, layout);
                Tiling tiling = Tiling.of(matrix, stored, layout);
                LayerLimits.check(node, tiling, matrix.instances());
                cuts.byNode.put(node.id(), new Cut(stored, tiling));
            }
        }
        return cuts;
    }

    /** For a chip's elements; the network is folded. */
    public static Cuts of(ChipSpec chip, Network folded) {
        return of(folded, chip.mapping().compact(), chip.layout());
    }

    /** Of a node with a matrix. */
    public Cut of(Node node) {
        return Objects.requireNonNull(byNode.get(node.id()), () -> node.name() + " has no matrix");
    }
}
