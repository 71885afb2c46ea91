package mho.arch.program;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.LearntPace;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Rim;
import mho.arch.cut.Tiling;
import mho.arch.element.AnalogUse;
import mho.arch.element.Block;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.arch.fabric.Clocks;
import mho.arch.fabric.Draft;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;
import mho.core.cost.Counts;
import mho.core.engine.ModelBuilder;
import mho.periphery.scheme.TransferPlan;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The arrays' part of a recipe: one step for the whole pipeline of phases, conversions and merging, which is fixed and private to the
 * arrays of a site in a tile.
 */
final class ArraySteps {
    private static final double GRAIN = 1e-9;

    private final TimingView chip;
    private final ModelBuilder model;
    private final int clock;
    private final Map<String, Integer> pipelines = new HashMap<>();
    private final Map<Integer, BitSet> byStage = new HashMap<>();
    private int lastMultiply;

    ArraySteps(TimingView chip, ModelBuilder model, int stageClock) {
        this.chip = chip;
        this.model = model;
        this.clock = stageClock;
    }

    /** @param holder of the arrays that a stage works on */
    Service timing(Stage stage, Stage holder) {
        return timing(stage.operation().verb(), stage, holder);
    }

    /** Of what a stage does beside its own, too. */
    Service timing(Verb verb, Stage stage, Stage holder) {
        Tiling tiling = Objects.requireNonNull(holder.tiling());
        ElementTiming element = tiles(stage).element();
        Service planned = element.service(verb, Block.fullest(tiling));
        LearntPace pace = pace(holder);
        if (pace == null) {
            return planned;
        }
        return switch (verb) {
            case MULTIPLY -> again(planned, pace.reads());
            case UPDATE -> {
                Service read = element.service(Verb.MULTIPLY, Block.fullest(tiling));
                double pulses = planned.occupancyCycles() * pace.slots() / element.updateSlots();
                double lines = pace.readRounds() / tiling.arrays() * read.latencyCycles();
                int cycles = Math.max(1, rounded(pulses + lines));
                yield new Service(cycles, cycles);
            }
            default -> planned;
        };
    }

    /** As it was learnt, or as its scheme plans it; null of a layer whose updates are all there is. */
    private @Nullable LearntPace pace(Stage holder) {
        LearntPace learnt = chip.paces().get(holder.node().name());
        Tiling tiling = Objects.requireNonNull(holder.tiling());
        if (learnt != null) {
            return learnt;
        }
        ElementTiming element = tiles(holder).element();
        TransferPlan plan = element.transfers(Block.fullest(tiling).rows());
        double reads = plan.reads(holder.windows()) * tiling.arrays();
        double slots = plan.slots(holder.windows());
        return reads == 0 && slots == 0
                ? null
                : new LearntPace(element.updateSlots() + slots, 1, reads, reads * plan.cells());
    }

    /** A read is repeated when it is known that the last one was in vain. */
    private static Service again(Service once, double reads) {
        int more = rounded((reads - 1) * once.latencyCycles());
        return new Service(once.occupancyCycles() + more, once.latencyCycles() + more);
    }

    private static int rounded(double cycles) {
        return (int) Math.ceil(cycles - GRAIN);
    }

    /** Reads of a vector, repeats counted. */
    private double reads(Stage stage) {
        LearntPace pace = chip.paces().get(stage.node().name());
        return pace == null || stage.operation().verb() != Verb.MULTIPLY ? 1 : pace.reads();
    }

    private KindView tiles(Stage stage) {
        return chip.kinds().get(stage.kind());
    }

    BitSet pipelinesOf(int stage) {
        return byStage.getOrDefault(stage, new BitSet());
    }

    /** The step of the last multiply written. */
    int lastMultiply() {
        return lastMultiply;
    }

    /** @param real part of the rows that carry a value; padding drives nothing */
    int multiply(Draft draft, int after, Stage stage, int siteId, CopyPlacement.Fragment fragment, double real) {
        Tiling tiling = Objects.requireNonNull(stage.tiling());
        Service timing = timing(stage, stage);
        boolean bias = stage.node().matrix() != null && stage.hasDigitalBias(chip);
        count(draft, stage, tiling, fragment, real, bias);
        lastMultiply = draft.step(
                after,
                pipeline(stage, stage, siteId, fragment.tile()),
                timing.occupancyCycles(),
                timing.latencyCycles());
        return lastMultiply;
    }

    /**
     * What is done to the arrays that another stage multiplies with: a read from their other side, an update.
     *
     * @param fragment of the holder
     */
    int work(Draft draft, int after, Stage stage, Stage holder, int siteId, CopyPlacement.Fragment fragment) {
        Tiling tiling = Objects.requireNonNull(holder.tiling());
        Service timing = timing(stage, holder);
        count(draft, stage, tiling, fragment, 1, false);
        LearntPace pace = pace(holder);
        if (pace != null && stage.operation().verb() == Verb.UPDATE && pace.lineReads() > 0) {
            countLines(draft, stage, tiling, (double) fragment.arrays() / tiling.arrays() * pace.lineReads());
        }
        lastMultiply = draft.step(
                after,
                pipeline(stage, holder, siteId, fragment.tile()),
                timing.occupancyCycles(),
                timing.latencyCycles());
        return lastMultiply;
    }

    /** An outer product is added to the sums beside the arrays. */
    int gather(Draft draft, int after, Stage stage, Stage holder, int siteId, CopyPlacement.Fragment fragment) {
        count(draft, Verb.GATHER, stage, Objects.requireNonNull(holder.tiling()), fragment, 1, false);
        int cycles = timing(Verb.GATHER, stage, holder).occupancyCycles();
        lastMultiply = draft.step(after, sums(stage, holder, siteId, fragment.tile()), cycles, cycles);
        return lastMultiply;
    }

    /**
     * So many sums are read, or taken in and added to those there; all cores of the tile take part in it.
     *
     * @param weights whose sums these are, of those in the tile
     */
    int exchange(
            Draft draft,
            int after,
            Stage stage,
            Stage holder,
            int siteId,
            CopyPlacement.Fragment fragment,
            double weights) {
        Tiling tiling = Objects.requireNonNull(holder.tiling());
        double whole = tiling.weights() * fragment.arrays() / tiling.arrays();
        tiles(stage)
                .count(
                        Verb.EXCHANGE,
                        new Use(weights * tiling.layout().cellsPerWeight(), 0, 0, 0, 0, fragment.arrays()),
                        draft.counts());
        int cycles = rounded(timing(Verb.GATHER, stage, holder).occupancyCycles() * weights / whole);
        return draft.step(
                after, sums(stage, holder, siteId, fragment.tile()), Math.max(1, cycles), Math.max(1, cycles));
    }

    /** Cells are changed by the sums, row after row. */
    int apply(Draft draft, int after, Stage stage, Stage holder, int siteId, CopyPlacement.Fragment fragment) {
        count(draft, Verb.APPLY, stage, Objects.requireNonNull(holder.tiling()), fragment, 1, false);
        int cycles = timing(Verb.APPLY, stage, holder).occupancyCycles();
        return draft.step(after, pipeline(stage, holder, siteId, fragment.tile()), cycles, cycles);
    }

    private int sums(Stage stage, Stage holder, int siteId, int tile) {
        String name = holder.node().name() + ".copy[" + siteId + "].tile[" + tile + "].gradients";
        String setBy = tiles(stage).path().in("tile.core.learning.gradients.lanes");
        return pipelines.computeIfAbsent(name, n -> model.resource(n, clock, 1, 0, setBy));
    }

    private int pipeline(Stage stage, Stage holder, int siteId, int tile) {
        Double hertz = tiles(stage).element().clock();
        int own = hertz == null ? clock : model.clock(Clocks.ofHertz(hertz));
        String setBy = hertz == null ? "cycle" : tiles(stage).path().in("tile.core.clock");
        String name = holder.node().name() + ".copy[" + siteId + "].tile[" + tile + "].arrays";
        int resource = pipelines.computeIfAbsent(name, n -> model.resource(n, own, 1, 0, setBy));
        byStage.computeIfAbsent(stage.id(), s -> new BitSet()).set(resource);
        return resource;
    }

    /** So many reads of one row of one array. */
    private void countLines(Draft draft, Stage stage, Tiling tiling, double lines) {
        Use one = new Use(
                tiling.weightCells() / tiling.rowLines(),
                1,
                tiling.columnLines() / tiling.arrays(),
                tiling.sums() / tiling.arrays(),
                0,
                1);
        Counts once = draft.counts().none();
        tiles(stage).count(Verb.MULTIPLY, one, once);
        draft.counts().add(once, lines);
    }

    /** Whether currents of its arrays meet before anybody reads them. */
    boolean joins(Stage stage) {
        return stage.tiling() != null && tiles(stage).element().analog() != null;
    }

    /**
     * A vector through joined arrays: voltages settle in all of them, and stay until the last array behind them has been read.
     *
     * @param held cycles that they stay
     * @param taken cycles until the sums are there, as voltages or as codes
     * @param inputs values that come into the tile
     */
    int settle(
            Draft draft,
            int after,
            Stage stage,
            int siteId,
            CopyPlacement.Fragment fragment,
            double inputs,
            double real,
            int held,
            int taken) {
        Tiling tiling = Objects.requireNonNull(stage.tiling());
        double outputs = tiling.outputs() * fragment.outputs().length();
        AnalogUse use = new AnalogUse(use(tiling, stage.rim(), fragment, real, false), stage.rim(), inputs, outputs);
        tiles(stage).count(use, draft.counts());
        lastMultiply = draft.step(after, pipeline(stage, stage, siteId, fragment.tile()), held, taken);
        return lastMultiply;
    }

    private void count(
            Draft draft,
            Stage stage,
            Tiling tiling,
            CopyPlacement.Fragment fragment,
            double real,
            boolean digitalBias) {
        count(draft, stage.operation().verb(), stage, tiling, fragment, real, digitalBias);
    }

    private void count(
            Draft draft,
            Verb verb,
            Stage stage,
            Tiling tiling,
            CopyPlacement.Fragment fragment,
            double real,
            boolean digitalBias) {
        Use use = use(tiling, stage.rim(), fragment, real, digitalBias);
        double reads = reads(stage);
        if (reads == 1) {
            tiles(stage).count(verb, use, draft.counts());
        } else {
            Counts once = draft.counts().none();
            tiles(stage).count(verb, use, once);
            draft.counts().add(once, reads);
        }
    }

    private static Use use(Tiling tiling, Rim rim, CopyPlacement.Fragment fragment, double real, boolean digitalBias) {
        double share = (double) fragment.arrays() / tiling.arrays();
        double outputs = tiling.outputs() * fragment.outputs().length();
        return new Use(
                tiling.weightCells() * share * real,
                tiling.rowLines() * share * real,
                tiling.columnLines() * share,
                tiling.sums() * share,
                digitalBias ? outputs : 0,
                rim.bent() ? outputs : 0,
                fragment.arrays());
    }

    /** What leaves the cores of a tile: finished outputs, or a partial sum from every core that has part of a column block. */
    double bitsOut(Stage stage, CopyPlacement.Fragment fragment, Tiling tiling) {
        return fragment.pieces().stream()
                .mapToDouble(
                        p -> (double) coresOf(stage, p) * tiling.outputsOf(p.columnBlock()) * bitsOf(stage, p, tiling))
                .sum();
    }

    private int bitsOf(Stage stage, CopyPlacement.Piece piece, Tiling tiling) {
        boolean finished = piece.rowBlocks() == tiling.rowBlocks() && coresOf(stage, piece) == 1;
        return finished ? chip.precision().values() : chip.precision().partialSums();
    }

    /** Partial sums of different cores of the tile are added in the tile; currents are where they meet. */
    double addsAcrossCores(Stage stage, CopyPlacement.Fragment fragment, Tiling tiling) {
        if (joins(stage)) {
            return 0;
        }
        return fragment.pieces().stream()
                .mapToDouble(p -> (coresOf(stage, p) - 1.0) * tiling.outputsOf(p.columnBlock()))
                .sum();
    }

    private int coresOf(Stage stage, CopyPlacement.Piece piece) {
        return Tiling.ceilDiv(piece.rowBlocks(), tiles(stage).element().arrays());
    }
}
