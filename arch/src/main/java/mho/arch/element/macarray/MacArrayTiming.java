package mho.arch.element.macarray;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.workloads.task.Verb;

/**
 * The time units take, and what they do.
 *
 * @param rows of units
 * @param columns of units
 * @param cyclesATurn of the units through all they have: more than one where the memory is slower
 * @param latencyCycles from a vector's entry to its last sum
 * @param memoryWidth bits of an access to the memory of weights; 0 without one
 */
record MacArrayTiming(
        WeightLayout layout,
        int rows,
        int columns,
        int arrays,
        Double clock,
        int cyclesATurn,
        int latencyCycles,
        int blocksKept,
        int sumsKept,
        Holding holds,
        BlockLoading loading,
        int weightBits,
        long memoryWidth)
        implements ElementTiming {

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.MULTIPLY);
    }

    /** Vectors enter behind one another, in as many turns as the block has blocks of units, however many of these are in use. */
    @Override
    public Service service(Verb verb, Block block) {
        int turns = Math.multiplyExact(
                turns(block.rows(), rows), turns(Math.min(block.columns(), layout.arrayColumns()), columns));
        int cycles = Math.multiplyExact(turns, cyclesATurn);
        return new Service(cycles, Math.addExact(cycles, latencyCycles)).times(block.vectors());
    }

    private static int turns(int lines, int units) {
        return Math.max(1, (lines + units - 1) / units);
    }

    @Override
    public void count(Verb verb, Use use, Counts to) {
        to.add(MacArray.MULTIPLY, use.weightCells());
        if (memoryWidth > 0) {
            to.add(MacArray.READ, holds.readForAVector(use.weightCells()) * weightBits / memoryWidth);
        }
    }
}
