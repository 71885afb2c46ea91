package mho.periphery.array;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** One memory cell, as far as reading it costs energy. */
public record Cell(
        @Doc("Bits one cell stores") @Default("1") @Range(min = 1, max = 16) int bits,
        @Doc("Highest conductance") @Unit("S") @Nullable Double onConductance,
        @Doc("Lowest conductance") @Unit("S") @Nullable Double offConductance,
        @Doc(
                        "Mean conductance of the stored weights, for the energy G V^2 t; half-way between on and off when not stated")
                @Unit("S")
                @Nullable
                Double meanConductance,
        @Doc("Voltage across the cell while it is read, for the energy G V^2 t") @Unit("V") @Nullable
                Double readVoltage) {

    /** The stated mean, or half-way between the extremes; null when neither is known. */
    public @Nullable Double mean() {
        if (meanConductance != null) {
            return meanConductance;
        }
        return onConductance == null || offConductance == null
                ? null
                : Double.valueOf((onConductance + offConductance) / 2);
    }
}
