package mho.arch.element.crossbar;

import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.periphery.array.LocalBuffers;
import org.jspecify.annotations.Nullable;

/**
 * What analog buffers pass on where arrays stand in a grid: a driven row's pulse in each array that holds weights for it, a read column's
 * current of each but the last of the arrays above its adder, one sum a column. Of a layer in several grids, by those on the mean.
 *
 * @param arrayRows of one array
 * @param arrayColumns of one array
 */
record GridHops(int arrayRows, int arrayColumns) {

    /** Null where arrays stand alone. */
    static @Nullable GridHops of(CrossbarCore core) {
        LocalBuffers buffers = core.localBuffers();
        return buffers == null
                ? null
                : new GridHops(core.array().rows(), core.array().columns());
    }

    void count(Use use, int phases, Counts to) {
        if (use.arrays() == 0) {
            return;
        }
        double across = Math.ceil(use.columnLines() / use.arrays() / arrayColumns);
        double down = Math.max(1, Math.ceil(use.rowLines() / use.arrays() / arrayRows));
        to.add(CrossbarCore.PULSE_HOP, use.rowLines() * phases * across);
        to.add(CrossbarCore.CURRENT_HOP, use.columnLines() * phases * (down - 1));
        to.add(CrossbarCore.CURRENT_SUM, use.columnLines() * phases);
    }
}
