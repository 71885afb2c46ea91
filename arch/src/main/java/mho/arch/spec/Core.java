package mho.arch.spec;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.array.Array;
import mho.periphery.array.VmmTiming;
import mho.periphery.driver.Driver;
import mho.periphery.memory.Register;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/** Arrays with the drivers, converters and registers that serve them: ISAAC's in-situ multiply-accumulate unit. */
public record Core(
        @Scales(why = "figures are those of one instance; what all share says so")
                @Doc("Arrays of a core")
                @Default("1")
                int arrays,
        Array array,
        Weights weights,
        Driver driver,
        @Nullable Integration integration,
        Readout adc,
        @Key("shift-add") @Nullable DigitalUnit shiftAdd,
        @Nullable Register inputRegister,
        @Nullable Register outputRegister,
        @Nullable Control control,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time from the last conversion to the result in the output register")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double merge) {

    public int cellsPerWeight() {
        return weights.cells(array.cell().bits());
    }

    public int columns() {
        return arrays * array.columns();
    }

    /** Timing of one vector-matrix multiply when so many columns of every array are read. */
    public VmmTiming timing(int inputBits, int columnsRead) {
        return VmmTiming.of(
                driver,
                array,
                integration,
                adc,
                inputBits,
                adc.columnsPerConverter(arrays * columnsRead),
                merge,
                "tile.core");
    }

    /** Timing with every column in use. */
    public VmmTiming timing(int inputBits) {
        return timing(inputBits, array.columns());
    }

    public double phaseSeconds() {
        return VmmTiming.phaseSeconds(driver, array, adc, "tile.core");
    }

    /** How often a column is converted for one vector. */
    public int conversionsPerVector(int inputBits) {
        return adc.once() ? 1 : driver.phases(inputBits);
    }
}
