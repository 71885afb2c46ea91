package mho.arch.element.crossbar;

import java.util.function.ToDoubleFunction;
import mho.core.cost.Action;
import mho.periphery.array.ArrayWriting;
import mho.periphery.readout.Readout;

/**
 * The reads that verify pulses: one row driven for one phase, some of its cells read and their columns converted, once.
 *
 * @param joulesARead whatever the cells: the driver, and the ramp that converters share
 * @param joulesACell the cell, its column's integration and conversion
 */
record VerifyReads(CrossbarCore core, double joulesARead, double joulesACell) {

    static VerifyReads of(CrossbarCore core, ToDoubleFunction<Action> joules) {
        if (!core.array().written().verify()) {
            return new VerifyReads(core, 0, 0);
        }
        return new VerifyReads(
                core,
                joules.applyAsDouble(CrossbarCore.ROW_DRIVE) + joules.applyAsDouble(CrossbarCore.RAMP),
                joules.applyAsDouble(CrossbarCore.CELL_READ)
                        + joules.applyAsDouble(CrossbarCore.INTEGRATE)
                        + joules.applyAsDouble(CrossbarCore.CONVERT));
    }

    /** One read of so many columns; 0 where nothing is verified. */
    double seconds(int columns) {
        ArrayWriting write = core.array().written();
        if (!write.verify()) {
            return 0;
        }
        Double stated = write.verifyTime();
        if (stated != null) {
            return stated;
        }
        Readout readout = core.adc();
        return core.phaseSeconds() + readout.convertSeconds(readout.columnsPerConverter(columns));
    }
}
