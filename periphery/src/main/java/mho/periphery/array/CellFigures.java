package mho.periphery.array;

import mho.core.yaml.BadInput;
import mho.periphery.device.Device;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a cell: its own figures, and its device's where it has none.
 *
 * @param levels distinct conductances; 0 for any
 * @param programmingError over the window; null where the device has a law of it
 * @param readError over the window; null where the device has a law of it
 */
record CellFigures(
        int levels,
        @Nullable Double programmingError,
        @Nullable Double readError,
        double spread,
        double stuckOn,
        double stuckOff,
        double ivNonlinearity) {

    static CellFigures of(Cell cell, Device device) {
        Integer levels = cell.levels() != null ? cell.levels() : device.levels();
        double stuckOn = over(cell.stuckOn(), device.stuckOn());
        double stuckOff = over(cell.stuckOff(), device.stuckOff());
        if (stuckOn + stuckOff > 1) {
            throw new BadInput("cell: stuck-on and stuck-off together exceed all cells, lower one of them");
        }
        return new CellFigures(
                levels == null ? 0 : levels,
                device.programmingError() != null && cell.programmingError() == null
                        ? null
                        : Double.valueOf(over(cell.programmingError(), device.errorOverWindow())),
                device.readNoise() != null && cell.readError() == null
                        ? null
                        : Double.valueOf(over(cell.readError(), 0)),
                over(cell.spread(), device.spread()),
                stuckOn,
                stuckOff,
                over(cell.ivNonlinearity(), device.ivNonlinearity()));
    }

    private static double over(@Nullable Double own, double ofDevice) {
        return own == null ? ofDevice : own;
    }

    /** Whether a cell holds exactly what it was programmed to hold, were it not stuck. */
    boolean exact() {
        return programmingError != null && programmingError == 0;
    }

    boolean quiet() {
        return readError != null && readError == 0;
    }

    /** Whether all cells are alike, all work, and take any conductance. */
    boolean flawless() {
        return levels == 0 && spread == 0 && stuckOn == 0 && stuckOff == 0;
    }

    /** The distinct conductance next to a level. */
    double nearest(double level) {
        return levels == 0 ? level : Math.rint(level * (levels - 1)) / (levels - 1);
    }
}
