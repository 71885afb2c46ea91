package mho.arch.element.rowlogic;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.periphery.memory.Refresh;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The time of programs, and what they do. Nothing overlaps in an array: the next vector starts when the sums of the last one stand, or, of
 * planes whose ones are counted behind the senses, when its last row has been sensed.
 *
 * @param rowSteps steps of an access
 * @param logicSteps steps of one of logic
 * @param refresh null where charge stays by itself
 */
record RowLogicTiming(
        WeightLayout layout,
        int arrays,
        Double clock,
        int rowSteps,
        int logicSteps,
        @Nullable Refresh refresh,
        RowArrangement arrangement,
        RowPrograms programs,
        int valueBits,
        int weightBits,
        int sumBits)
        implements ElementTiming {

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.MULTIPLY);
    }

    RowProgram vector(int inputs, int outputs) {
        return arrangement.vector(programs, inputs, outputs, valueBits, weightBits, sumBits);
    }

    /** From vector to vector. */
    int cycles(int inputs, int outputs) {
        RowProgram program = vector(inputs, outputs);
        int rows = Math.multiplyExact(program.accesses(), rowSteps);
        int logic = arrangement.hidesLogic() ? 0 : Math.multiplyExact(program.logic(), logicSteps);
        return Math.max(1, withRefresh(Math.addExact(rows, logic)));
    }

    /** Steps with those in which rows are refreshed: the same share of the time of every program, in whole steps. */
    private int withRefresh(int steps) {
        return refresh == null ? steps : Math.toIntExact((long) Math.ceil(steps / (1 - refresh.shareOfTime()) - 1e-9));
    }

    int latency(int inputs, int outputs) {
        return Math.addExact(cycles(inputs, outputs), Math.multiplyExact(arrangement.behind(inputs), logicSteps));
    }

    @Override
    public Service service(Verb verb, Block block) {
        int outputs = Math.min(block.columns(), layout.arrayColumns()) / layout.cellsPerWeight();
        return new Service(cycles(block.rows(), outputs), latency(block.rows(), outputs)).times(block.vectors());
    }

    /** An access is of a whole row, whatever part of it is in use; where each cell has logic, it is of the cells of one weight. */
    @Override
    public void count(Verb verb, Use use, Counts to) {
        double inputs = use.rowLines() / Math.max(1, use.arrays()); // of an array, of the mean one
        switch (arrangement) {
            case SERIAL -> count(vector(1, 1), use.rowLines(), to);
            case TREE -> count(vector((int) Math.ceil(inputs), 1), use.arrays(), to);
            case CELLS -> count(vector(1, 1), use.weightCells() / layout.cellsPerWeight(), to);
            case PLANES -> count(vector(1, 1), use.columnLines(), to);
        }
    }

    private static void count(RowProgram program, double times, Counts to) {
        to.add(RowLogic.ACCESS, times * program.accesses());
        to.add(RowLogic.STEP, times * program.logic());
    }
}
