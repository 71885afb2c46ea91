package mho.arch.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Compact;
import mho.arch.cut.Cut;
import mho.arch.cut.Rim;
import mho.arch.cut.StoredLines;
import mho.arch.cut.Tiling;
import mho.arch.cut.WeightLayout;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;

/** Which tiles of a chip do the layers of a network, and how matrices are cut for their elements. It is found once: time, writing and values all read it here. */
public final class Cuts {
    private final Map<Integer, Cut> byNode = new HashMap<>();
    private final List<Integer> kinds;

    private Cuts(List<Integer> kinds) {
        this.kinds = kinds;
    }

    /**
     * @param folded network: batch norm and views resolved
     * @throws mho.core.engine.ModelSaysNo if it is beyond what is laid out
     */
    static Cuts of(Network folded, Compact compact, List<KindView> kinds) {
        Cuts cuts = new Cuts(KindChoice.of(kinds, folded.nodes()));
        folded.nodes().forEach(LayerLimits::check);
        LayerLimits.check(folded.nodes());
        AnalogWays ways = new AnalogWays(kinds, cuts.kinds, folded.nodes());
        for (Node node : folded.nodes()) {
            Matrix matrix = node.matrix();
            if (matrix != null) {
                WeightLayout layout = kinds.get(cuts.kind(node)).layout();
                StoredLines stored = StoredLines.of(node, compact, layout);
                Tiling tiling = Tiling.of(matrix, stored, layout);
                LayerLimits.check(node, tiling, matrix.instances());
                cuts.byNode.put(node.id(), new Cut(stored, tiling, ways.of(node, tiling, folded.nodes())));
            }
        }
        return cuts;
    }

    /** For a chip's elements; the network is folded. */
    public static Cuts of(ChipSpec chip, Network folded) {
        return of(folded, chip.mapping().compact(), chip.timingView().kinds());
    }

    /** The same where what every layer makes goes in again as voltages, until it stays as it is. */
    public Cuts goingRound() {
        Cuts round = new Cuts(kinds);
        byNode.forEach((node, cut) ->
                round.byNode.put(node, new Cut(cut.stored(), cut.tiling(), new Rim(false, false, false))));
        return round;
    }

    /** The kind of tiles that does a node, by its place among those of the chip. */
    public int kind(Node node) {
        return kinds.get(node.id());
    }

    /** Of a node with a matrix. */
    public Cut of(Node node) {
        return Objects.requireNonNull(byNode.get(node.id()), () -> node.name() + " has no matrix");
    }
}
