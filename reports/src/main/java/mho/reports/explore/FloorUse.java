package mho.reports.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.fabric.TilePlaces;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.run.TimedRun;
import mho.core.engine.Clock;
import mho.core.engine.Model;

/**
 * How a run uses the floor of its chips: which layers stand in which tile, and what part of the steady interval its arrays and the links
 * between tiles are busy.
 *
 * @param chips in use
 * @param shape of what joins tiles: grid, torus, tree
 * @param tiles of the first of them, tile by tile
 * @param links of those, one for each direction; none where they have no places
 */
record FloorUse(int chips, String shape, List<UsedTile> tiles, List<UsedLink> links) {
    /** Chips that are drawn. */
    static final int MOST_CHIPS = 8;

    /** A machine without tiles. */
    static final FloorUse NONE = new FloorUse(0, "", List.of(), List.of());

    private static final Pattern LINK =
            Pattern.compile("chip(\\d+)\\.mesh\\((\\d+),(\\d+)\\)-\\((\\d+),(\\d+)\\)", Pattern.DOTALL);

    FloorUse {
        tiles = List.copyOf(tiles);
        links = List.copyOf(links);
    }

    /**
     * A tile.
     *
     * @param kind of tiles, its number in the chip file
     * @param arrays that hold weights
     * @param busy part of the interval that these are, the mean over them
     */
    record UsedTile(TilePlaces.Place place, int tile, int kind, List<String> layers, int arrays, double busy) {
        UsedTile {
            layers = List.copyOf(layers);
        }
    }

    /** A link from place to place of a chip. */
    record UsedLink(String name, int chip, int fromColumn, int fromRow, int toColumn, int toRow, double busy) {}

    /** @param intervalS between inputs */
    static FloorUse of(ChipSpec chip, TimedRun run, double intervalS) {
        return new Reading(chip, run, intervalS).all();
    }

    /** What is read of a run. */
    private static final class Reading {
        private final ChipSpec chip;
        private final TimedRun run;
        private final double intervalS;
        private final Model model;
        private final Map<String, Integer> resources = new HashMap<>();

        Reading(ChipSpec chip, TimedRun run, double intervalS) {
            this.chip = chip;
            this.run = run;
            this.intervalS = intervalS;
            this.model = run.program().model();
            for (int r = 0; r < model.resources(); r++) {
                resources.put(model.resourceName(r), r);
            }
        }

        FloorUse all() {
            int chips = run.placement().chips();
            int drawn = Math.min(chips, MOST_CHIPS);
            TilePlaces places = TilePlaces.of(chip.timingView());
            return new FloorUse(chips, places.shape(), tiles(drawn, places), links(drawn));
        }

        /** What each input keeps a resource busy, over the interval. */
        private double busy(int resource) {
            double inputs = (double) run.stream().images() * run.placement().batch();
            double seconds = run.stream().busy(resource) / (model.servers(resource) * inputs) / Clock.TICKS_PER_SECOND;
            return intervalS > 0 ? Math.min(1, seconds / intervalS) : 0;
        }

        private List<UsedTile> tiles(int drawn, TilePlaces places) {
            Map<Integer, Load> loads = loads();
            return IntStream.range(0, drawn * chip.tiles())
                    .mapToObj(tile -> loads.getOrDefault(tile, new Load()).tile(places.of(tile), tile, kind(tile)))
                    .toList();
        }

        private int kind(int tile) {
            List<ChipFace> faces = chip.faces();
            int place = tile % chip.tiles();
            int kind = 0;
            for (int i = 0; i < faces.size(); i++) {
                kind = place >= faces.get(i).first() ? i : kind;
            }
            return kind;
        }

        private Map<Integer, Load> loads() {
            Placement placement = run.placement();
            Map<Integer, Load> loads = new HashMap<>();
            for (Stage stage : placement.pipeline().stages()) {
                List<CopyPlacement> sites = placement.seats().get(stage.id()).sites();
                for (int site = 0; site < sites.size(); site++) {
                    for (CopyPlacement.Fragment fragment : sites.get(site).fragments()) {
                        loads.computeIfAbsent(fragment.tile(), tile -> new Load())
                                .add(stage.node().name(), fragment.arrays(), arraysBusy(stage, site, fragment.tile()));
                    }
                }
            }
            return loads;
        }

        private double arraysBusy(Stage stage, int site, int tile) {
            String shared = "tile[" + tile + "].arrays";
            Integer own = resources.get(
                    run.placement().takesTurns() ? shared : stage.node().name() + ".copy[" + site + "]." + shared);
            return own == null ? 0 : busy(own);
        }

        private List<UsedLink> links(int drawn) {
            List<UsedLink> links = new ArrayList<>();
            for (int r = 0; r < model.resources(); r++) {
                Matcher link = LINK.matcher(model.resourceName(r));
                if (link.matches() && number(link, 1) < drawn) {
                    links.add(new UsedLink(
                            model.resourceName(r),
                            number(link, 1),
                            number(link, 2),
                            number(link, 3),
                            number(link, 4),
                            number(link, 5),
                            busy(r)));
                }
            }
            return links;
        }

        private static int number(Matcher match, int group) {
            return Integer.parseInt(match.group(group));
        }
    }

    /** Of one tile, while layers are added. */
    private static final class Load {
        private final List<String> layers = new ArrayList<>();
        private int arrays;
        private double busyArrays;

        void add(String layer, int more, double busy) {
            if (!layers.contains(layer)) {
                layers.add(layer);
            }
            arrays += more;
            busyArrays += more * busy;
        }

        UsedTile tile(TilePlaces.Place place, int tile, int kind) {
            return new UsedTile(place, tile, kind, layers, arrays, arrays == 0 ? 0 : busyArrays / arrays);
        }
    }
}
