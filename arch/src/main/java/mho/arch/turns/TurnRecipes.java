package mho.arch.turns;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mho.arch.chip.TimingView;
import mho.arch.cut.Tiling;
import mho.arch.element.Block;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.arch.fabric.Clocks;
import mho.arch.fabric.Draft;
import mho.arch.fabric.Interconnect;
import mho.arch.fabric.Load;
import mho.arch.fabric.TileParts;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.arch.program.UnitSteps;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;
import mho.workloads.network.DigitalWork;
import mho.workloads.task.Verb;

/**
 * What a step of a layer's turn does to the parts of the chip: inputs come from where they stand to the tiles that read them, are
 * multiplied; sums are put together where results will stand, worked on and stored there.
 */
final class TurnRecipes {
    private static final Cycles CORE = new Cycles("tile.core", "a smaller batch (mapping.batch), or a faster core");

    private final TimingView chip;
    private final TurnPlan plan;
    private final ModelBuilder model;
    private final ActionIndex actions;
    private final TileParts tiles;
    private final Interconnect interconnect;
    private final UnitSteps digital;
    private final ValueMoves moves;
    private final int clock;
    private final int valueBits;
    private final Map<Integer, Integer> arrays = new HashMap<>();
    private final Map<Integer, BitSet> used = new HashMap<>();

    TurnRecipes(TimingView chip, TurnPlan plan, ModelBuilder model, ActionIndex actions) {
        this.chip = chip;
        this.plan = plan;
        this.model = model;
        this.actions = actions;
        this.tiles = new TileParts(model, chip);
        this.interconnect = new Interconnect(model, chip);
        this.digital = new UnitSteps(chip, tiles);
        this.moves = new ValueMoves(plan, tiles, interconnect, chip.inputBits());
        Double hertz = chip.onlyKind().element().clock();
        this.clock = hertz == null ? tiles.stageClock() : model.clock(Clocks.ofHertz(hertz));
        this.valueBits = chip.inputBits();
    }

    int clock() {
        return clock;
    }

    /** Vectors whose sums wait in a core for further rows. */
    int sumsKept() {
        return chip.onlyKind().element().sumsKept();
    }

    /** Resources that are the arrays a stage works on. */
    BitSet arraysOf(int stage) {
        return used.getOrDefault(stage, new BitSet());
    }

    private int arrays(int tile, int stage) {
        String setBy = chip.onlyKind().element().clock() == null ? "cycle" : "tile.core.clock";
        int resource = arrays.computeIfAbsent(tile, t -> model.resource("tile[" + t + "].arrays", clock, 1, 0, setBy));
        used.computeIfAbsent(stage, s -> new BitSet()).set(resource);
        return resource;
    }

    /** The vectors of a step through the blocks of a round. */
    Draft multiply(Turn turn, int vectors, int group, int round) {
        Draft draft = new Draft(model, actions);
        List<CopyPlacement> sites = turn.sites(group, round);
        Map<Long, List<Integer>> arrived = gather(draft, turn, sites, vectors);
        for (int site = 0; site < sites.size(); site++) {
            List<CopyPlacement.Fragment> fragments = sites.get(site).fragments();
            for (int f = 0; f < fragments.size(); f++) {
                multiply(draft, turn, fragments.get(f), vectors, arrived.getOrDefault(key(site, f), List.of()));
            }
        }
        draft.build();
        return draft;
    }

    private static long key(int site, int fragment) {
        return ((long) site << 32) | fragment;
    }

    private void multiply(Draft draft, Turn turn, CopyPlacement.Fragment fragment, int vectors, List<Integer> arrived) {
        Stage stage = turn.stage();
        Tiling tiling = turn.tiling();
        double each = turn.shape().counted(vectors);
        double read = Math.ceil(reads(stage) * fragment.inputs().length()) * each * valueBits;
        int fetched = moves.together(draft, arrived);
        if (read > 0) {
            fetched = tiles.fetch(draft, fetched, fragment.tile(), read);
        }
        Block block = Block.fullest(tiling);
        Service one = chip.onlyKind().element().service(Verb.MULTIPLY, block);
        int busy = CORE.of((double) one.occupancyCycles()
                * turn.shape().ofCopy(vectors)
                * turn.shape().turns());
        draft.step(
                fetched,
                arrays(fragment.tile(), stage.id()),
                busy,
                CORE.plus(busy, one.latencyCycles() - one.occupancyCycles()));
        count(draft.counts(), stage, tiling, fragment, each);
    }

    private void count(Counts to, Stage stage, Tiling tiling, CopyPlacement.Fragment fragment, double vectors) {
        double real = Math.min(1, reads(stage) / (tiling.groups() * (double) stage.matrixRows()));
        double share = (double) fragment.arrays() / tiling.arrays() * vectors;
        boolean bias = stage.hasDigitalBias(chip);
        double outputs = tiling.outputs() * fragment.outputs().length() * vectors;
        chip.onlyKind()
                .element()
                .count(
                        Verb.MULTIPLY,
                        new Use(
                                tiling.weightCells() * share * real,
                                tiling.rowLines() * share * real,
                                tiling.columnLines() * share,
                                tiling.sums() * share,
                                bias ? outputs : 0,
                                stage.rim().bent() ? outputs : 0,
                                (int) Math.min(Integer.MAX_VALUE, Math.ceil(fragment.arrays() * vectors))),
                        to);
    }

    /** Values that a window reads, on average. */
    private static double reads(Stage stage) {
        double values = 0;
        for (StageEdge edge : stage.inputs()) {
            double taps = 0;
            for (int window = 0; window < stage.windows(); window++) {
                taps += edge.taps(window);
            }
            values += taps / stage.windows() * edge.values();
        }
        return values;
    }

    /** Brings what a step reads from where it stands; steps after which it is there, by site and fragment. */
    private Map<Long, List<Integer>> gather(Draft draft, Turn turn, List<CopyPlacement> sites, int vectors) {
        List<ValueMoves.Reader> readers = new ArrayList<>();
        for (int site = 0; site < sites.size(); site++) {
            List<CopyPlacement.Fragment> fragments = sites.get(site).fragments();
            for (int f = 0; f < fragments.size(); f++) {
                CopyPlacement.Fragment fragment = fragments.get(f);
                readers.add(
                        new ValueMoves.Reader(key(site, f), fragment.tile(), turn.windows(site), fragment.inputs()));
            }
        }
        TurnShape shape = turn.shape();
        double all = (double) shape.vectors() * (shape.ordered() ? shape.passes() : 1);
        return moves.gather(draft, turn.stage(), readers, vectors / all);
    }

    /** From the sums of a group of columns to results. */
    Draft results(Turn turn, int vectors, int group) {
        Draft draft = new Draft(model, actions);
        Stage stage = turn.stage();
        double each = turn.shape().counted(vectors);
        double again =
                chip.onlyKind().element().sumsKept() > 0 ? 1 : turn.shape().rowRounds();
        double passes = 1.0 + stage.node().earlierPasses().size();
        for (CopyPlacement site : turn.sites(group, 0)) {
            List<CopyPlacement.Fragment> fragments = site.fragments();
            int[] out = new int[fragments.size()];
            List<List<Integer>> incoming = new ArrayList<>();
            double[] adds = new double[out.length];
            for (int f = 0; f < out.length; f++) {
                incoming.add(new ArrayList<>());
                double bits = bitsOut(turn, fragments.get(f)) * each * again;
                out[f] = tiles.bus(draft, Draft.START, fragments.get(f).tile(), bits);
            }
            for (int f = 0; f < out.length; f++) {
                sendPartials(draft, turn, fragments, f, out[f], each * again, incoming, adds);
            }
            for (int f = 0; f < out.length; f++) {
                CopyPlacement.Fragment fragment = fragments.get(f);
                if (!fragment.outputs().isEmpty()) {
                    double share = fragment.outputs().length();
                    double coreSums = acrossCores(turn, fragment) * each * again
                            + (again - 1) * share * turn.tiling().outputs() * each;
                    UnitSteps.Outputs made = new UnitSteps.Outputs(
                            fragment.tile(), each * share / passes, adds[f], incoming.get(f), coreSums);
                    finish(draft, stage, made, out[f]);
                }
            }
        }
        draft.build();
        return draft;
    }

    private double bitsOut(Turn turn, CopyPlacement.Fragment fragment) {
        Tiling tiling = turn.tiling();
        double bits = 0;
        for (CopyPlacement.Piece piece : fragment.pieces()) {
            boolean whole = piece.rowBlocks() == tiling.rowBlocks() && coresOf(turn, piece) == 1;
            int each = whole ? valueBits : chip.precision().partialSums();
            bits += (double) coresOf(turn, piece) * tiling.outputsOf(piece.columnBlock()) * each;
        }
        return bits;
    }

    private double acrossCores(Turn turn, CopyPlacement.Fragment fragment) {
        double adds = 0;
        for (CopyPlacement.Piece piece : fragment.pieces()) {
            adds += (coresOf(turn, piece) - 1.0) * turn.tiling().outputsOf(piece.columnBlock());
        }
        return adds;
    }

    /** Cores with a part of a column: blocks that an array takes in turn are added up in it. */
    private int coresOf(Turn turn, CopyPlacement.Piece piece) {
        int arrays = Tiling.ceilDiv(piece.rowBlocks(), turn.shape().turns());
        return Tiling.ceilDiv(arrays, chip.onlyKind().element().arrays());
    }

    private void sendPartials(
            Draft draft,
            Turn turn,
            List<CopyPlacement.Fragment> fragments,
            int f,
            int after,
            double vectors,
            List<List<Integer>> incoming,
            double[] adds) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (CopyPlacement.Piece piece : fragments.get(f).pieces()) {
            if (piece.owner() != f) {
                sums.merge(piece.owner(), turn.tiling().outputsOf(piece.columnBlock()) * vectors, Double::sum);
            }
        }
        sums.forEach((owner, values) -> {
            int[] to = {fragments.get(owner).tile()};
            Load load = new Load(values, chip.precision().partialSums());
            incoming.get(owner)
                    .add(interconnect.carry(draft, after, fragments.get(f).tile(), to, load)[0]);
            adds[owner] += values;
        });
    }

    /** Digital work where results stand, and the storing of them. */
    private void finish(Draft draft, Stage stage, UnitSteps.Outputs made, int after) {
        DigitalWork work = stage.work();
        double outputs = made.share() * stage.node().output().channels();
        tiles.register(draft, made.tile(), 2 * outputs * valueBits / 8);
        int step = digital.write(draft, after, made, work);
        step = work.byUnit().activations() > 0 ? tiles.align(draft, step) : tiles.pass(draft, step);
        tiles.write(draft, step, made.tile(), Math.ceil(outputs) * valueBits);
    }

    /** A step of a layer without weights, in all tiles where it works. */
    Draft digital(Stage stage, double part) {
        Draft draft = new Draft(model, actions);
        List<Home> homes = plan.homes().get(stage.id());
        List<ValueMoves.Reader> readers = new ArrayList<>();
        for (int h = 0; h < homes.size(); h++) {
            Home home = homes.get(h);
            readers.add(new ValueMoves.Reader(h, home.tile(), home.windows(), home.channels()));
        }
        Map<Long, List<Integer>> arrived = moves.gather(draft, stage, readers, part);
        double windows = (double) stage.windows() * plan.batch() * part;
        for (int h = 0; h < homes.size(); h++) {
            Home home = homes.get(h);
            double bits = Math.ceil(reads(stage) * windows * home.share()) * valueBits;
            List<Integer> there = arrived.getOrDefault((long) h, List.of());
            int step = there.isEmpty() ? lookUp(draft, stage, home, windows) : moves.together(draft, there);
            if (bits > 0) {
                step = tiles.fetch(draft, step, home.tile(), bits);
            } else if (step == Draft.START) {
                step = tiles.pass(draft, step);
            }
            finish(draft, stage, new UnitSteps.Outputs(home.tile(), windows * home.share(), 0, List.of(), 0), step);
        }
        draft.build();
        return draft;
    }

    /** Tables lie outside the chips: what is looked up comes in over the input link. */
    private int lookUp(Draft draft, Stage stage, Home home, double windows) {
        double values = stage.node().tableValues() * windows * home.share();
        return values == 0
                ? Draft.START
                : interconnect
                        .carry(
                                draft,
                                Draft.START,
                                Interconnect.OUTSIDE,
                                new int[] {home.tile()},
                                new Load(values, valueBits))[0];
    }

    /** A part of a batch's inputs, from outside to the tile where it stands. */
    Draft input(Stage stage, int part) {
        Draft draft = new Draft(model, actions);
        Home home = plan.homes().get(stage.id()).get(part);
        Load load = new Load(plan.values(stage) * home.share(), valueBits);
        int arrived = interconnect.carry(draft, Draft.START, Interconnect.OUTSIDE, new int[] {home.tile()}, load)[0];
        tiles.write(draft, arrived, home.tile(), load.values() * load.bits());
        draft.build();
        return draft;
    }
}
