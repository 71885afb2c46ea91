package mho.arch.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.arch.cut.Tiling;
import mho.arch.fabric.Draft;
import mho.arch.fabric.Interconnect;
import mho.arch.fabric.Load;
import mho.arch.fabric.TileParts;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;

/**
 * The end of a batch of a layer that learns in several copies: their sums of gradients come together, go out again, and every copy is
 * changed by the same.
 *
 * <pre>
 * copy 0 ◄─ 1     0 ◄─ 2     0 ─► 1, 2, 3     each: sums ─► pulses, row after row
 *      2 ◄─ 3
 * </pre>
 *
 * Sums come together in a tree: with d = 1, 2, 4, … copy i takes in those of copy i + d and adds them to its own beside its arrays, for
 * all i that 2 d divides. So k copies send k - 1 times the sums of one, in ⌈log2 k⌉ rounds, and the first sends what has come together to
 * all others at once, over links that they share once. A tile sends to the tiles that hold the same arrays of the other copy. Copies that
 * no window falls to have nothing to send.
 */
final class CopyExchange {
    private final Placement placement;
    private final TileParts tiles;
    private final Interconnect interconnect;
    private final ArraySteps arrays;
    private final Draft draft;
    private final Stage update;
    private final Stage holder;
    private final Tiling tiling;
    private final List<CopyPlacement> copies;
    /** Of every copy and fragment, the arrays that stand there: column block times row blocks, plus row block. */
    private final List<List<BitSet>> held;
    /** Of every copy and fragment, the step after which its sums may be used. */
    private final int[][] ready;

    private final int sumBits;

    CopyExchange(WindowRecipe.Parts parts, Draft draft, Stage update) {
        this.placement = parts.placement();
        this.tiles = parts.tiles();
        this.interconnect = parts.interconnect();
        this.arrays = parts.arrays();
        this.draft = draft;
        this.update = update;
        this.holder = Objects.requireNonNull(placement.pipeline().holder(update));
        this.tiling = Objects.requireNonNull(holder.tiling());
        this.copies = placement.seats().get(holder.id()).sites();
        this.held = copies.stream().map(this::arraysOf).toList();
        this.ready = new int[copies.size()][];
        for (int c = 0; c < ready.length; c++) {
            ready[c] = new int[fragments(c).size()];
            Arrays.fill(ready[c], Draft.START);
        }
        this.sumBits = parts.chip().kinds().get(holder.kind()).element().gradientBits();
    }

    void write() {
        int[] senders = senders();
        for (int d = 1; d < senders.length; d *= 2) {
            for (int i = 0; i + d < senders.length; i += 2 * d) {
                reduce(senders[i + d], senders[i]);
            }
        }
        if (copies.size() > 1) {
            spread(senders[0]);
        }
        for (int c = 0; c < copies.size(); c++) {
            for (int f = 0; f < fragments(c).size(); f++) {
                arrays.apply(draft, ready[c][f], update, holder, c, fragments(c).get(f));
            }
        }
    }

    private List<CopyPlacement.Fragment> fragments(int copy) {
        return copies.get(copy).fragments();
    }

    /** Copies that a window falls to. */
    private int[] senders() {
        StagePlacement seats = placement.seats().get(holder.id());
        return IntStream.range(0, holder.windows())
                .map(seats::siteOf)
                .distinct()
                .sorted()
                .toArray();
    }

    private List<BitSet> arraysOf(CopyPlacement copy) {
        int[] laid = new int[tiling.columnBlocks()];
        List<BitSet> all = new ArrayList<>();
        for (CopyPlacement.Fragment fragment : copy.fragments()) {
            BitSet own = new BitSet();
            for (CopyPlacement.Piece piece : fragment.pieces()) {
                int from = piece.columnBlock() * tiling.rowBlocks() + laid[piece.columnBlock()];
                own.set(from, from + piece.rowBlocks());
                laid[piece.columnBlock()] += piece.rowBlocks();
            }
            all.add(own);
        }
        return all;
    }

    private double weights(BitSet of) {
        return of.stream()
                .mapToDouble(array -> tiling.weightsOf(array / tiling.rowBlocks(), array % tiling.rowBlocks()))
                .sum();
    }

    private static BitSet common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** The sums of one copy are added to those of another. */
    private void reduce(int from, int to) {
        for (int g = 0; g < fragments(from).size(); g++) {
            for (int f = 0; f < fragments(to).size(); f++) {
                BitSet both = common(held.get(from).get(g), held.get(to).get(f));
                if (!both.isEmpty()) {
                    int sender = fragments(from).get(g).tile();
                    int sent = send(from, g, both);
                    int receiver = fragments(to).get(f).tile();
                    int arrived = sender == receiver
                            ? sent
                            : interconnect.carry(draft, sent, sender, new int[] {receiver}, load(both))[0];
                    take(to, f, both, sender == receiver ? arrived : into(arrived, receiver, both));
                }
            }
        }
    }

    /** The sums of the first copy, to all others. */
    private void spread(int from) {
        for (int g = 0; g < fragments(from).size(); g++) {
            Map<BitSet, List<int[]>> receivers = new LinkedHashMap<>();
            for (int c = 0; c < copies.size(); c++) {
                for (int f = 0; f < fragments(c).size() && c != from; f++) {
                    BitSet both = common(held.get(from).get(g), held.get(c).get(f));
                    if (!both.isEmpty()) {
                        receivers.computeIfAbsent(both, b -> new ArrayList<>()).add(new int[] {c, f});
                    }
                }
            }
            for (Map.Entry<BitSet, List<int[]>> same : receivers.entrySet()) {
                spread(from, g, same.getKey(), same.getValue());
            }
        }
    }

    /** @param to pairs of a copy and its fragment */
    private void spread(int from, int g, BitSet sums, List<int[]> to) {
        int sender = fragments(from).get(g).tile();
        int sent = send(from, g, sums);
        int[] others = to.stream()
                .mapToInt(pair -> fragments(pair[0]).get(pair[1]).tile())
                .filter(tile -> tile != sender)
                .distinct()
                .sorted()
                .toArray();
        Map<Integer, Integer> at = new HashMap<>(Map.of(sender, sent));
        if (others.length > 0) {
            int[] arrived = interconnect.carry(draft, sent, sender, others, load(sums));
            for (int i = 0; i < others.length; i++) {
                at.put(others[i], into(arrived[i], others[i], sums));
            }
        }
        for (int[] pair : to) {
            int tile = fragments(pair[0]).get(pair[1]).tile();
            take(pair[0], pair[1], sums, Objects.requireNonNull(at.get(tile)));
        }
    }

    /** Out of the sums beside the arrays, over the tile's bus. */
    private int send(int copy, int f, BitSet sums) {
        CopyPlacement.Fragment fragment = fragments(copy).get(f);
        int read = arrays.exchange(draft, ready[copy][f], update, holder, copy, fragment, weights(sums));
        return tiles.bus(draft, read, fragment.tile(), weights(sums) * sumBits);
    }

    /** Over the tile's bus to its cores. */
    private int into(int arrived, int tile, BitSet sums) {
        return tiles.bus(draft, arrived, tile, weights(sums) * sumBits);
    }

    private void take(int copy, int f, BitSet sums, int arrived) {
        CopyPlacement.Fragment fragment = fragments(copy).get(f);
        int added = arrays.exchange(draft, arrived, update, holder, copy, fragment, weights(sums));
        ready[copy][f] = draft.after(added, ready[copy][f]);
    }

    private Load load(BitSet sums) {
        return new Load(weights(sums), sumBits);
    }
}
