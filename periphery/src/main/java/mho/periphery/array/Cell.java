package mho.periphery.array;

import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.device.ConductanceWindow;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import org.jspecify.annotations.Nullable;

/**
 * One memory cell: the device it is made of, and the knobs that stand over the device's own figures. A figure that is neither here nor
 * in the device is an effect that the cell does not have.
 */
public record Cell(
        @Scales(why = "the window, and so its mean current, stays however finely it is divided")
                @Doc("Bits one cell stores")
                @Default("1")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(why = "by the mean conductance, which follows from it") @Doc("Highest conductance") @Unit("S") @Nullable
                Double onConductance,
        @Scales(why = "by the mean conductance, which follows from it") @Doc("Lowest conductance") @Unit("S") @Nullable
                Double offConductance,
        @Scales(why = "by the mean conductance")
                @Doc(
                        "Mean conductance of the stored weights, for the energy G V^2 t; half-way between on and off when not stated")
                @Unit("S")
                @Nullable
                Double meanConductance,
        @Scales(energy = ScalingLaw.SQUARE, why = "E = G V^2 t")
                @Doc("Voltage across the cell while it is read, for the energy G V^2 t")
                @Unit("V")
                @Nullable
                Double readVoltage,
        @Scales(
                        area = ScalingLaw.NOTED,
                        why =
                                "energy by the mean conductance, which follows from it; cells of other devices take other areas")
                @Doc("The device: a name of mho's own, or the path of a file")
                @Default("ideal")
                String device,
        @Scales(why = "values alone follow it")
                @Doc("Number of distinct conductances, evenly spaced")
                @Unit("1")
                @Range(min = 2)
                @Nullable
                Integer levels,
        @Scales(why = "values alone follow it")
                @Doc("Standard deviation of a programmed conductance, over the window")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double programmingError,
        @Scales(why = "values alone follow it")
                @Doc("Standard deviation of one read of a cell, over the window")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double readError,
        @Scales(why = "values alone follow it")
                @Doc(
                        "Whether the noise of a column follows from the mean of its cells' (column), or from each cell's own input (cell),"
                                + " at the price of a second product")
                @Default("column")
                Per readErrorPer,
        @Scales(why = "values alone follow it")
                @Doc("Standard deviation of the factor by which a cell's conductances differ from others'")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double spread,
        @Scales(why = "a few cells do not move the mean")
                @Doc("Share of cells that stand at the highest conductance for ever")
                @Unit("1")
                @Range(min = 0, max = 1)
                @Nullable
                Double stuckOn,
        @Scales(why = "a few cells do not move the mean")
                @Doc("Share of cells that stand at the lowest conductance for ever")
                @Unit("1")
                @Range(min = 0, max = 1)
                @Nullable
                Double stuckOff,
        @Scales(why = "values alone follow it")
                @Doc("k of i = g v (1 + k v^2), v over the read voltage: matters where inputs are voltages")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double ivNonlinearity,
        @Scales(why = "a factor on results, in units that are there")
                @Doc("Whether an array's outputs are scaled up by what all its cells together have lost")
                @Default("false")
                boolean driftCompensation) {

    /** What read noise is referred to. */
    public enum Per {
        COLUMN,
        CELL
    }

    public Cell {
        Devices.check(device);
    }

    /** The device it is made of. */
    public Device made() {
        return Devices.load(device);
    }

    /** Lowest and highest conductance, the cell's own figures first; null when neither it nor the device states both. */
    public @Nullable ConductanceWindow window() {
        Device made = made();
        Double on = onConductance != null ? onConductance : made.onConductance();
        Double off = offConductance != null ? offConductance : made.offConductance();
        return on == null || off == null ? null : new ConductanceWindow(off, on);
    }

    /** The stated mean, or half-way between the extremes; null when neither is known. */
    public @Nullable Double mean() {
        if (meanConductance != null) {
            return meanConductance;
        }
        ConductanceWindow window = window();
        return window == null ? null : Double.valueOf((window.onSiemens() + window.offSiemens()) / 2);
    }
}
