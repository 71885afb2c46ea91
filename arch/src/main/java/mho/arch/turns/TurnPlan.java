package mho.arch.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mho.arch.chip.TimingView;
import mho.arch.chip.WeightSource;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;
import mho.arch.element.BlockLoading;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.arch.plan.StagePlacement;
import mho.arch.plan.TurnTaking;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.Quantity;
import mho.periphery.memory.OffChipMemory;
import mho.workloads.task.Keeping;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Layers of a network, one after the other on all elements of a chip.
 *
 * @param turns of every stage; null for those without a matrix
 * @param homes of every stage's results
 * @param loads whether weights come in for every batch
 */
record TurnPlan(Pipeline pipeline, List<@Nullable Turn> turns, List<List<Home>> homes, boolean loads, int batch) {
    /** Parts in which an input comes in, one behind the other, each to a tile of its own where there are as many. */
    private static final int INPUT_PARTS = 64;

    /** Places of results over all layers, so that a plan takes seconds and megabytes. */
    private static final int MOST_HOMES = 1 << 20;

    /** @throws ModelSaysNo if the weights do not stay, and no others come; or if results do not fit the buffers */
    static TurnPlan of(TimingView chip, Pipeline pipeline) {
        int batch = chip.mapping().inputsTogether();
        long places = TurnShaper.places(chip);
        long capacity = places * chip.onlyKind().element().blocksKept();
        long blocks = pipeline.stages().stream().mapToLong(Stage::arrays).sum();
        boolean loads = chip.weights() != null && (chip.weights().always() || blocks > capacity);
        if (!loads && blocks > capacity) {
            throw new ModelSaysNo(
                    "the weights of the network are %d blocks of an array each, and all arrays of %s keep %d: give weights that come in while it runs (weights={kind: reloaded}, or streamed), or %d chips (chips=%d)"
                            .formatted(
                                    blocks,
                                    chip.chip(),
                                    capacity,
                                    TurnShaper.ceil(blocks * chip.fabric().chips(), capacity),
                                    TurnShaper.ceil(blocks * chip.fabric().chips(), capacity)));
        }
        if (loads && chip.onlyKind().element().loading() == null) {
            throw new ModelSaysNo(
                    "the arrays of %s are written once and for all: state what a write takes, for example (tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ})"
                            .formatted(chip.chip()));
        }
        if (loads) {
            checkMemory(chip, pipeline);
        }
        TurnShaper shaper = new TurnShaper(chip, batch, loads ? Long.MAX_VALUE / 4 : capacity - blocks);
        List<@Nullable Turn> turns = new ArrayList<>();
        List<List<Home>> homes = new ArrayList<>();
        int tiles = chip.fabric().chips() * chip.fabric().tiles();
        int count = 0;
        for (Stage stage : pipeline.stages()) {
            Tiling tiling = stage.tiling();
            Turn turn = null;
            if (tiling != null) {
                TurnShape shape = shaper.shape(stage, tiling);
                turn = new Turn(
                        stage,
                        shape,
                        Math.max(1, places / shape.sites()),
                        chip.onlyKind().arrays());
            }
            turns.add(turn);
            homes.add(turn != null ? turn.homes() : stage.isInput() ? spread(stage, tiles) : behind(stage, homes));
            count += homes.get(homes.size() - 1).size();
            if (count > MOST_HOMES) {
                throw new ModelSaysNo(
                        "layer %s: results of layers stand in more than %d parts: give fewer tiles, or larger arrays"
                                .formatted(stage.node().name(), MOST_HOMES));
            }
        }
        TurnPlan plan = new TurnPlan(pipeline, turns, homes, loads, batch);
        plan.checkBuffers(chip);
        return plan;
    }

    /** Weights that come in are kept in the memory beside the chips, if there is one. */
    private static void checkMemory(TimingView chip, Pipeline pipeline) {
        OffChipMemory memory = chip.fabric().memory();
        BlockLoading loading = Objects.requireNonNull(chip.onlyKind().element().loading());
        double bytes = 0;
        for (Stage stage : pipeline.stages()) {
            Tiling tiling = stage.tiling();
            for (int column = 0; tiling != null && column < tiling.columnBlocks(); column++) {
                for (int row = 0; row < tiling.rowBlocks(); row++) {
                    bytes += stage.instances() * loading.bits(tiling.rowsOf(column, row), tiling.outputsOf(column)) / 8;
                }
            }
        }
        double there = memory == null
                ? bytes
                : (double) memory.capacityBytes() * chip.fabric().chips();
        if (bytes > there) {
            throw new ModelSaysNo(
                    "the weights of the network take %s in blocks, and the memory beside %s holds %s: give a larger one (memory.capacity=%s)"
                            .formatted(
                                    Quantity.format(bytes, "B"),
                                    chip.chip(),
                                    Quantity.format(there, "B"),
                                    Quantity.format(
                                            Math.ceil(bytes / chip.fabric().chips()), "B")));
        }
    }

    static int inputParts(Stage stage) {
        return Math.min(stage.windows(), INPUT_PARTS);
    }

    private static List<Home> spread(Stage stage, int tiles) {
        int parts = inputParts(stage);
        List<Home> homes = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int tile = (int) ((long) part * tiles / parts);
            homes.add(new Home(tile, new Interval((double) part / parts, (part + 1.0) / parts), Interval.ALL));
        }
        return homes;
    }

    /** Digital work is done where the first of its inputs stands. */
    private static List<Home> behind(Stage stage, List<List<Home>> homes) {
        return homes.get(stage.inputs().get(0).producer());
    }

    /** Results stay in the buffers until the last layer that reads them is done. */
    private void checkBuffers(TimingView chip) {
        int[] last = lastReaders();
        double size = chip.onlyKind().buffer().size();
        Map<Integer, Double> held = new TreeMap<>();
        for (Stage stage : pipeline.stages()) {
            for (Home home : homes.get(stage.id())) {
                double now = held.merge(home.tile(), bytes(stage, home, chip), Double::sum);
                if (now > size * (1 + 1e-9)) {
                    throw new ModelSaysNo(
                            "layer %s: results of %d inputs that others still read take %s in one tile; tile.buffer.size is %s: give at least that, a smaller mapping.batch, or more tiles"
                                    .formatted(
                                            stage.node().name(),
                                            batch,
                                            Quantity.format(Math.ceil(now), "B"),
                                            Quantity.format(size, "B")));
                }
            }
            for (Stage done : pipeline.stages().subList(0, stage.id() + 1)) {
                if (last[done.id()] == stage.id()) {
                    for (Home home : homes.get(done.id())) {
                        held.merge(home.tile(), -bytes(done, home, chip), Double::sum);
                    }
                }
            }
        }
    }

    private int[] lastReaders() {
        int[] last = new int[pipeline.stages().size()];
        for (int id = last.length - 1; id >= 0; id--) {
            Stage stage = pipeline.stages().get(id);
            last[id] = Math.max(last[id], id);
            for (StageEdge read : stage.inputs()) {
                last[read.producer()] = Math.max(last[read.producer()], isView(stage) ? last[id] : id);
            }
        }
        return last;
    }

    /** What only puts values together stores none: those of its inputs stay for its readers. */
    private static boolean isView(Stage stage) {
        return !stage.isInput() && stage.operation().verb() == Verb.MOVE;
    }

    private double bytes(Stage stage, Home home, TimingView chip) {
        return isView(stage) ? 0 : values(stage) * home.share() * chip.inputBits() / 8;
    }

    /** Values that a stage makes for a batch. */
    double values(Stage stage) {
        return (double) stage.windows() * stage.node().output().channels() * batch;
    }

    Placement placement(TimingView chip) {
        List<StagePlacement> seats = new ArrayList<>();
        long arrays = 0;
        int tiles = 0;
        for (Stage stage : pipeline.stages()) {
            Turn turn = turns.get(stage.id());
            List<CopyPlacement> sites = turn != null
                    ? turn.sites(0, 0)
                    : List.of(CopyPlacement.digital(homes.get(stage.id()).stream()
                            .mapToInt(Home::tile)
                            .distinct()
                            .sorted()
                            .toArray()));
            int[] siteOf = new int[stage.windows()];
            for (int window = 0; window < siteOf.length; window++) {
                siteOf[window] = (int) ((long) window * sites.size() / siteOf.length);
            }
            StagePlacement seat = new StagePlacement(
                    stage.isInput() ? List.of(new CopyPlacement(List.of())) : sites,
                    stage.isInput() ? new int[siteOf.length] : siteOf);
            seats.add(seat);
            if (turn != null) {
                arrays = Math.max(
                        arrays,
                        Math.min(
                                turn.blocks(0, 0),
                                turn.arraysPerSite() * turn.shape().sites()));
            }
            tiles = Math.max(tiles, 1 + Arrays.stream(seat.allTiles()).max().orElse(0));
        }
        int chips = TurnShaper.places(chip) == 0
                ? 1
                : Tiling.ceilDiv(tiles, chip.fabric().tiles());
        return Placement.inTurns(pipeline, seats, tiles, Math.max(1, chips), arrays, taking(chip));
    }

    private TurnTaking taking(TimingView chip) {
        int[] copies = turns.stream()
                .mapToInt(turn -> turn == null ? 1 : turn.shape().copies())
                .toArray();
        WeightSource weights = chip.weights();
        Keeping keeping = weights == null || !loads ? Keeping.HELD : weights.keeping();
        return new TurnTaking(batch, keeping, copies);
    }
}
