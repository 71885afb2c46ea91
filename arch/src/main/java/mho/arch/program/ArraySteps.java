package mho.arch.program;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import mho.arch.chip.TimingView;
import mho.arch.cut.Tiling;
import mho.arch.element.Block;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.arch.fabric.Draft;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;
import mho.core.engine.ModelBuilder;
import mho.workloads.task.Verb;

/**
 * The arrays' part of a recipe: one step for the whole pipeline of phases, conversions and merging, which is fixed and private to the
 * arrays of a site in a tile.
 */
final class ArraySteps {
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

    Service timing(Tiling tiling) {
        return chip.element().service(Verb.MULTIPLY, Block.fullest(tiling));
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
        Tiling tiling = java.util.Objects.requireNonNull(stage.tiling());
        Service timing = timing(tiling);
        count(draft, tiling, fragment, real, stage.node().matrix() != null && stage.hasDigitalBias(chip));
        lastMultiply = draft.step(
                after, pipeline(stage, siteId, fragment.tile()), timing.occupancyCycles(), timing.latencyCycles());
        return lastMultiply;
    }

    private int pipeline(Stage stage, int siteId, int tile) {
        String name = stage.node().name() + ".copy[" + siteId + "].tile[" + tile + "].arrays";
        int resource = pipelines.computeIfAbsent(name, n -> model.resource(n, clock, 1, 0, "cycle"));
        byStage.computeIfAbsent(stage.id(), s -> new BitSet()).set(resource);
        return resource;
    }

    private void count(Draft draft, Tiling tiling, CopyPlacement.Fragment fragment, double real, boolean digitalBias) {
        double share = (double) fragment.arrays() / tiling.arrays();
        Use use = new Use(
                tiling.weightCells() * share * real,
                tiling.rowLines() * share * real,
                tiling.columnLines() * share,
                tiling.sums() * share,
                digitalBias ? tiling.outputs() * fragment.outputs().length() : 0,
                fragment.arrays());
        chip.element().count(Verb.MULTIPLY, use, draft.counts());
    }

    /** What leaves the cores of a tile: finished outputs, or a partial sum from every core that has part of a column block. */
    double bitsOut(CopyPlacement.Fragment fragment, Tiling tiling) {
        return fragment.pieces().stream()
                .mapToDouble(p -> (double) coresOf(p) * tiling.outputsOf(p.columnBlock()) * bitsOf(p, tiling))
                .sum();
    }

    private int bitsOf(CopyPlacement.Piece piece, Tiling tiling) {
        boolean finished = piece.rowBlocks() == tiling.rowBlocks() && coresOf(piece) == 1;
        return finished ? chip.precision().values() : chip.precision().partialSums();
    }

    /** Partial sums of different cores of the tile are added in the tile. */
    double addsAcrossCores(CopyPlacement.Fragment fragment, Tiling tiling) {
        return fragment.pieces().stream()
                .mapToDouble(p -> (coresOf(p) - 1.0) * tiling.outputsOf(p.columnBlock()))
                .sum();
    }

    private int coresOf(CopyPlacement.Piece piece) {
        return (piece.rowBlocks() + chip.element().arrays() - 1)
                / chip.element().arrays();
    }
}
