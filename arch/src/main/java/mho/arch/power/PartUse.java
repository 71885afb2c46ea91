package mho.arch.power;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Component;
import mho.arch.fabric.LinkWay;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.StagePlacement;
import mho.arch.plan.TurnTaking;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.periphery.interconnect.ChipLink;

/**
 * Which layers use which instances of a part. What stands in a core goes with it, what stands in a tile with that; cores of a tile
 * are taken by layers one array after the other, in the order of the pipeline. A link goes alone. All else that a chip has is one
 * part, used by the layers that have it do anything.
 *
 * <p>Layers that take turns begin at a tile's first core each, and keep values for one another in any tile in use.
 */
final class PartUse {
    private static final String CORE = "tile.core";

    private final RunResult run;
    private final ChipSpec chip;
    private final LayersAtWork work;
    private final List<ChipFace> faces;
    /** Of every kind of tiles, how many the same layers use. */
    private final List<Map<BitSet, Integer>> tiles = new ArrayList<>();

    private final List<Map<BitSet, Integer>> cores = new ArrayList<>();

    PartUse(RunResult run, ChipSpec chip, LayersAtWork work) {
        this.run = run;
        this.chip = chip;
        this.work = work;
        this.faces = chip.faces();
        faces.forEach(face -> {
            tiles.add(new HashMap<>());
            cores.add(new HashMap<>());
        });
        seat();
    }

    /**
     * Instances that the same layers use.
     *
     * @param kept when they have to be there
     * @param used when a layer that uses them is at work
     */
    record Group(double instances, Spans kept, Spans used) {}

    /** Those of a part that any layer uses. */
    List<Group> of(Component part) {
        for (int k = 0; k < faces.size(); k++) {
            ChipFace face = faces.get(k);
            double perTile = part.instancesPerChip() / face.chip().tiles();
            if (isIn(face.path().in(CORE), part.path())) {
                return groups(cores.get(k), perTile / face.tile().cores(), false);
            }
            if (face.path().has(part.path())) {
                return groups(tiles.get(k), perTile, true);
            }
        }
        if (part.path().equals(ChipSpec.LINK.part())) {
            return groups(links(), 1, false);
        }
        BitSet layers = layers(part);
        double all = part.instancesPerChip() * run.placement().chips();
        return layers.isEmpty() ? List.of() : groups(Map.of(layers, 1), all, false);
    }

    private static boolean isIn(String whole, String path) {
        return path.equals(whole) || path.startsWith(whole + ".");
    }

    private List<Group> groups(Map<BitSet, Integer> counted, double instances, boolean holds) {
        List<Group> groups = new ArrayList<>();
        counted.forEach((layers, count) -> {
            Spans used = work.working(layers);
            groups.add(new Group(count * instances, holds ? work.holding(layers) : used, used));
        });
        return groups;
    }

    private void seat() {
        Map<Integer, BitSet> byTile = new TreeMap<>();
        Map<Integer, Map<Integer, BitSet>> byCore = new TreeMap<>();
        Map<Integer, Integer> taken = new HashMap<>();
        List<StagePlacement> seats = run.placement().seats();
        TurnTaking turns = run.placement().turns();
        for (int tile = 0; turns != null && tile < run.placement().tiles(); tile++) {
            byTile.put(tile, work.all());
        }
        for (int layer = 0; layer < seats.size(); layer++) {
            int copies = turns == null ? 1 : turns.copies()[layer];
            if (turns != null) {
                taken.clear();
            }
            for (CopyPlacement site : seats.get(layer).sites()) {
                for (CopyPlacement.Fragment fragment : site.fragments()) {
                    int tile = fragment.tile();
                    byTile.computeIfAbsent(tile, t -> new BitSet()).set(layer);
                    ChipFace face = faces.get(kind(tile));
                    int perCore = face.chip().element().arrays();
                    int first = taken.getOrDefault(tile, 0);
                    int behind = Math.min(perCore * face.tile().cores(), first + copies * fragment.arrays());
                    taken.put(tile, behind);
                    for (int core = first / perCore; core * perCore < behind && first < behind; core++) {
                        byCore.computeIfAbsent(tile, t -> new TreeMap<>())
                                .computeIfAbsent(core, c -> new BitSet())
                                .set(layer);
                    }
                }
            }
        }
        byTile.forEach((tile, layers) -> tiles.get(kind(tile)).merge(layers, 1, Integer::sum));
        byCore.forEach((tile, of) ->
                of.values().forEach(layers -> cores.get(kind(tile)).merge(layers, 1, Integer::sum)));
    }

    /** Of a tile, by its place among those of all chips. */
    private int kind(int tile) {
        int place = tile % chip.tiles();
        for (int k = 0; k < faces.size(); k++) {
            if (place < faces.get(k).first() + faces.get(k).chip().tiles()) {
                return k;
            }
        }
        throw new IllegalArgumentException("no tile " + tile);
    }

    /** Layers for which a part does anything; what does nothing that is counted is there for all of them. */
    private BitSet layers(Component part) {
        if (part.path().equals(ChipSpec.UPKEEP.part())) {
            return work.all();
        }
        BitSet layers = new BitSet();
        for (int layer = 0; layer < run.program().counts().size(); layer++) {
            for (Action action : part.actions()) {
                if (run.program().counts().get(layer).of(action) > 0) {
                    layers.set(layer);
                }
            }
        }
        return layers;
    }

    /** A link of a chip is used by what comes and goes over it; the network's inputs come over one of the first chip. */
    private Map<BitSet, Integer> links() {
        ChipLink link = chip.link();
        Map<LinkWay.End, BitSet> ends = new HashMap<>();
        List<BitSet> resources = run.program().resources();
        for (int layer = 0; layer < resources.size(); layer++) {
            int of = layer;
            resources.get(layer).stream().forEach(resource -> {
                LinkWay way = LinkWay.parse(run.program().model().resourceName(resource));
                if (way != null && link != null) {
                    way.ends(link.count()).forEach(end -> ends.computeIfAbsent(end, e -> new BitSet())
                            .set(of));
                }
            });
        }
        Map<BitSet, Integer> counted = new HashMap<>();
        ends.values().forEach(layers -> counted.merge(layers, 1, Integer::sum));
        return counted;
    }
}
