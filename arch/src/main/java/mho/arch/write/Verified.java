package mho.arch.write;

import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Inventory;
import mho.core.cost.Action;
import mho.periphery.array.Write;
import mho.periphery.readout.Readout;

/**
 * The reads that verify pulses: one row driven for one phase, some of its cells read and their columns converted, once.
 *
 * @param joulesARead whatever the cells: the driver, and the ramp that converters share
 * @param joulesACell the cell, its column's integration and conversion
 */
record Verified(CrossbarCore core, double joulesARead, double joulesACell) {

    static Verified of(ChipSpec chip, Inventory inventory) {
        if (!chip.core().array().written().verify()) {
            return new Verified(chip.core(), 0, 0);
        }
        return new Verified(
                chip.core(),
                joules(inventory, CrossbarCore.ROW_DRIVE) + joules(inventory, CrossbarCore.RAMP),
                joules(inventory, CrossbarCore.CELL_READ)
                        + joules(inventory, CrossbarCore.INTEGRATE)
                        + joules(inventory, CrossbarCore.CONVERT));
    }

    private static double joules(Inventory inventory, Action action) {
        return inventory.price(action).joules();
    }

    /** One read of so many columns; 0 where nothing is verified. */
    double seconds(int columns) {
        Write write = core.array().written();
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
