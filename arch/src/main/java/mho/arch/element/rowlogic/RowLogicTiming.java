package mho.arch.element.rowlogic;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.workloads.task.Verb;

/**
 * The time of programs, and what they do. Nothing overlaps in an array: the next vector starts when the sums of the last one stand.
 *
 * @param rowSteps steps of an access
 * @param logicSteps steps of one of logic
 */
record RowLogicTiming(
        WeightLayout layout,
        int arrays,
        Double clock,
        int rowSteps,
        int logicSteps,
        Arrangement arrangement,
        RowPrograms programs,
        int valueBits,
        int weightBits,
        int sumBits)
        implements ElementTiming {

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.MULTIPLY);
    }

    RowProgram vector(int inputs) {
        return arrangement.vector(programs, inputs, valueBits, weightBits, sumBits);
    }

    int cycles(int inputs) {
        RowProgram program = vector(inputs);
        return Math.addExact(
                Math.multiplyExact(program.accesses(), rowSteps), Math.multiplyExact(program.logic(), logicSteps));
    }

    @Override
    public Service service(Verb verb, Block block) {
        int cycles = Math.max(1, cycles(block.rows()));
        return new Service(cycles, cycles).times(block.vectors());
    }

    /** An access is of a whole row, whatever part of it is in use; where each cell has logic, it is of the cells of one weight. */
    @Override
    public void count(Verb verb, Use use, Counts to) {
        if (arrangement == Arrangement.CELLS) {
            RowProgram program = vector(1);
            double weights = use.weightCells() / layout.cellsPerWeight();
            to.add(RowLogic.ACCESS, weights * program.accesses());
            to.add(RowLogic.STEP, weights * program.logic());
            return;
        }
        double each = use.rowLines() / Math.max(1, use.arrays()); // inputs of an array, of the mean one
        double times = arrangement == Arrangement.SERIAL ? use.rowLines() : use.arrays();
        RowProgram program = vector(arrangement == Arrangement.SERIAL ? 1 : (int) Math.ceil(each));
        to.add(RowLogic.ACCESS, times * program.accesses());
        to.add(RowLogic.STEP, times * program.logic());
    }
}
