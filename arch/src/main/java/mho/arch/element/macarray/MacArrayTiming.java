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
 * @param cyclesAVector from vector to vector: more than one where the memory is slower than the units
 * @param latencyCycles from a vector's entry to its last sum
 * @param memoryWidth bits of an access to the memory of weights; 0 without one
 */
record MacArrayTiming(
        WeightLayout layout,
        int arrays,
        Double clock,
        int cyclesAVector,
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

    /** Vectors enter behind one another, however many units of a row or column are in use. */
    @Override
    public Service service(Verb verb, Block block) {
        return new Service(cyclesAVector, Math.addExact(cyclesAVector, latencyCycles)).times(block.vectors());
    }

    @Override
    public void count(Verb verb, Use use, Counts to) {
        to.add(MacArray.MULTIPLY, use.weightCells());
        if (memoryWidth > 0) {
            to.add(MacArray.READ, holds.readForAVector(use.weightCells()) * weightBits / memoryWidth);
        }
    }
}
