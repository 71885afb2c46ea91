package mho.arch.element.crossbar;

import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import org.jspecify.annotations.Nullable;

/**
 * The time that updates by sums of gradients take a core: a sum at a time and lane while they are gathered, a row of the array at a time
 * while they are applied, for a sum of outer products is none itself. The row has a pulse in every slot of a train, columns in as many as
 * their sums ask for (counted pulses: Chen, Peng, Yu, IEEE TCAD 37(12), 2018).
 *
 * @param bits of a sum
 * @param sumsPerCycle of the chip's cycle, all lanes of a core
 * @param rowCycles chip cycles for the trains of one row, all phases
 * @param rowPulses of the row of a train, all phases
 * @param columnPulses of a column for one row
 */
record GatheredUpdates(int bits, double sumsPerCycle, double rowCycles, double rowPulses, double columnPulses) {
    private static final Cycles GATHERING = new Cycles(
            "tile.core.learning.gradients",
            "more sums at a time (tile.core.learning.gradients.lanes, tile.core.learning.gradients.clock)");
    private static final Cycles APPLYING =
            new Cycles("tile.core.learning", "shorter trains (tile.core.learning.slots, tile.core.learning.pulse)");

    /** Null where outer products change cells at once. */
    static @Nullable GatheredUpdates of(Learning learning, double cycle) {
        GradientSums sums = learning.gradients();
        return sums == null
                ? null
                : new GatheredUpdates(
                        sums.bits(),
                        sums.sumsPerSecond() * cycle,
                        learning.updateSeconds() / cycle,
                        learning.trains().slots() * learning.trains().phases(),
                        learning.columnActivity() * learning.trains().slots());
    }

    /** All arrays of a core, as full as the block is. */
    Service gather(Block block, WeightLayout layout, int arrays) {
        double weights = (double) (Math.min(block.columns(), layout.arrayColumns()) - layout.referenceColumns())
                / layout.cellsPerWeight();
        int cycles = GATHERING.of(arrays * Math.min(block.rows(), layout.arrayRows()) * weights / sumsPerCycle);
        return new Service(cycles, cycles);
    }

    Service apply(Block block, WeightLayout layout) {
        int cycles = APPLYING.of(Math.min(block.rows(), layout.arrayRows()) * rowCycles);
        return new Service(cycles, cycles);
    }

    void countGathering(Use use, WeightLayout layout, Counts to) {
        to.add(CrossbarCore.GRADIENT_SUM, sums(use, layout));
    }

    void countApplying(Use use, WeightLayout layout, Counts to) {
        to.add(CrossbarCore.GRADIENT_SUM, sums(use, layout));
        to.add(CrossbarCore.LINE_PULSE, use.rowLines() * rowPulses + use.weightCells() * columnPulses);
        to.add(CrossbarCore.CELL_PULSE, use.weightCells() * columnPulses);
    }

    private static double sums(Use use, WeightLayout layout) {
        return (use.weightCells() - use.rowLines() * layout.referenceColumns()) / layout.cellsPerWeight();
    }
}
