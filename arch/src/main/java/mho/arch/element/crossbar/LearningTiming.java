package mho.arch.element.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import mho.periphery.array.VmmTiming;
import mho.periphery.scheme.TrainPlan;
import mho.periphery.scheme.UpdateScheme;
import org.jspecify.annotations.Nullable;

/**
 * The time that learning takes a core, and what its parts do for it.
 *
 * @param reads how long a read from the other side takes when 1, 2, … rows of every array are read, up to all
 * @param rowPulses of a row in one update
 * @param columnPulses of a column
 * @param cellPulses of a cell
 * @param slots of an update, all its phases
 * @param scheme that says what is done beside updates
 * @param gathered null where there are no sums of gradients
 */
record LearningTiming(
        List<Service> reads,
        Service update,
        double rowPulses,
        double columnPulses,
        double cellPulses,
        int slots,
        UpdateScheme scheme,
        @Nullable GatheredUpdates gathered) {
    private static final Cycles CYCLES = new Cycles(
            "tile.core.learning",
            "a longer cycle (cycle), or shorter trains (tile.core.learning.slots, tile.core.learning.pulse)");

    /** Null where arrays do not learn. */
    static @Nullable LearningTiming of(CrossbarCore core, int valueBits, double cycle) {
        Learning learning = core.learning();
        if (learning == null) {
            return null;
        }
        TrainPlan trains = learning.trains();
        List<Service> reads = new ArrayList<>();
        for (int rows = 1; rows <= core.array().rows(); rows++) {
            VmmTiming read = core.timing(valueBits, rows);
            reads.add(
                    new Service(CYCLES.of(read.occupancySeconds() / cycle), CYCLES.of(read.latencySeconds() / cycle)));
        }
        int update = CYCLES.of(learning.updateSeconds() / cycle);
        return new LearningTiming(
                List.copyOf(reads),
                new Service(update, update),
                learning.rowActivity() * trains.slots(),
                learning.columnActivity() * trains.slots(),
                learning.rowActivity() * learning.columnActivity() * trains.slots(),
                trains.slots() * trains.phases(),
                learning.scheme(),
                GatheredUpdates.of(learning, cycle));
    }

    GatheredUpdates gathers() {
        return Objects.requireNonNull(gathered, "the arrays have no sums of gradients");
    }

    /** For one outer product. */
    void countUpdate(Use use, int arrays, double bytes, Counts to) {
        to.add(CrossbarCore.LINE_PULSE, use.rowLines() * rowPulses + use.columnLines() * columnPulses);
        to.add(CrossbarCore.CELL_PULSE, use.weightCells() * cellPulses);
        to.add(CrossbarCore.INPUT_REGISTER, 2 * use.rowLines() * bytes);
        to.add(CrossbarCore.OUTPUT_REGISTER, 2 * use.sums() * bytes);
        to.add(CrossbarCore.CONTROL, (double) use.arrays() / arrays);
    }
}
