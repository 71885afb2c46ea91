package mho.periphery.device;

import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** How one cell is written: a number of like pulses. A figure that is absent is not known, which is not zero. */
public record CellWriting(
        @Scales(why = "writing is apart from what reading costs")
                @Doc("Length of one writing pulse")
                @Unit("s")
                @Nullable
                Double pulse,
        @Scales(why = "writing is apart from what reading costs")
                @Doc(
                        "Pulses that a cell takes until it holds its weight, on average; cells written together take as many")
                @Unit("1")
                @Nullable
                Double pulses,
        @Scales(why = "writing is apart from what reading costs")
                @Doc(
                        "Voltage across the cell while it is written, for the energy G V^2 t of a pulse at the mean conductance;"
                                + " to be left out where the pulse drives no current through the cell")
                @Unit("V")
                @Nullable
                Double voltage,
        @Scales(why = "writing is apart from what reading costs")
                @Doc("Energy of one pulse on one cell; G V^2 t where it is not stated and a voltage is")
                @Unit("J")
                @Nullable
                Double energy,
        @Scales(why = "writing is apart from what reading costs")
                @Doc("Writing pulses that a cell survives")
                @Unit("1")
                @Nullable
                Double endurance) {

    private static final CellWriting UNKNOWN = new CellWriting(null, null, null, null, null);

    /** These figures where they are stated, else the other's. An energy belongs to its pulse: another pulse has another. */
    public CellWriting over(@Nullable CellWriting other) {
        CellWriting below = other == null ? UNKNOWN : other;
        boolean samePulse = pulse == null && voltage == null;
        return new CellWriting(
                either(pulse, below.pulse),
                either(pulses, below.pulses),
                either(voltage, below.voltage),
                samePulse ? either(energy, below.energy) : energy,
                either(endurance, below.endurance));
    }

    private static @Nullable Double either(@Nullable Double own, @Nullable Double below) {
        return own != null ? own : below;
    }

    /**
     * Energy of one pulse on one cell: the stated one, or G V^2 t; null where neither is known.
     *
     * @param siemens mean conductance of the cells
     */
    public @Nullable Double pulseJoules(@Nullable Double siemens) {
        if (energy != null) {
            return energy;
        }
        return voltage == null || pulse == null || siemens == null
                ? null
                : Double.valueOf(siemens * voltage * voltage * pulse);
    }

    /** Part of a cell's life that one writing takes, every pulse counted; null where it is not known. */
    public @Nullable Double lifeUsed() {
        return pulses == null || endurance == null ? null : Double.valueOf(pulses / endurance);
    }
}
