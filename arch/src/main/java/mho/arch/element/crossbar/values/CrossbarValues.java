package mho.arch.element.crossbar.values;

import mho.arch.codes.CodeSpan;
import mho.arch.element.ElementState;
import mho.arch.element.ElementValues;
import mho.core.cost.WithoutCosts;
import mho.periphery.array.Array;
import mho.periphery.array.LocalBuffers;
import mho.periphery.device.Device;
import mho.periphery.driver.Driver;
import mho.periphery.driver.Encoding;
import mho.periphery.model.Technology;
import mho.periphery.neuron.ColumnFunction;
import mho.periphery.readout.Conversion;
import mho.periphery.readout.Integration;
import org.jspecify.annotations.Nullable;

/**
 * What of a crossbar has a say in the values it computes.
 *
 * @param inputBits of an input's code
 * @param buffers between arrays that stand in a grid; null where they stand alone
 * @param speculation on sums that do not saturate; null where every digit is applied once
 * @param function of a circuit that bends a column's sum before it is converted; null where none does
 * @param composed whether the converter's bits are those of a result, of which a partial sum has those that reach it
 * @param onTheWay error of a value that stays a voltage, as a part of the largest; null where none does
 * @param columnsPerConverter neighbouring columns with one converter's errors; 1 where converters have none
 * @param heldSeconds how long the last of a converter's columns waits for it; 0 where nothing leaks
 * @param kelvin temperature of the cells; 300 where it is nothing to them
 */
public record CrossbarValues(
        int inputBits,
        Weights weights,
        Array array,
        @Nullable LocalBuffers buffers,
        @Nullable Speculation speculation,
        Driver driver,
        @Nullable Integration integration,
        @Nullable ColumnFunction function,
        Conversion conversion,
        boolean composed,
        @Nullable Double onTheWay,
        int columnsPerConverter,
        double heldSeconds,
        double kelvin)
        implements ElementValues {

    /**
     * @param shared columns of one converter
     * @param convertSeconds that it takes for all of them
     */
    public static CrossbarValues of(
            int inputBits,
            Weights weights,
            Array array,
            @Nullable LocalBuffers buffers,
            @Nullable Speculation speculation,
            Driver driver,
            @Nullable Integration integration,
            @Nullable ColumnFunction function,
            Conversion conversion,
            boolean composed,
            @Nullable Double onTheWay,
            int shared,
            double convertSeconds,
            double kelvin) {
        Integration unpriced = integration == null ? null : (Integration) WithoutCosts.unpriced((Record) integration);
        boolean leaks = unpriced != null && !unpriced.exact();
        return new CrossbarValues(
                inputBits,
                weights,
                WithoutCosts.unpriced(array.withActivity(1).unwritten()),
                buffers == null ? null : WithoutCosts.unpriced(buffers),
                speculation == null ? null : new Speculation(speculation.digits(), 0),
                (Driver) WithoutCosts.unpriced((Record) driver.skipping(null)),
                unpriced,
                function == null ? null : WithoutCosts.unpriced(function),
                conversion,
                composed,
                onTheWay,
                conversion.transfer().ideal() ? 1 : shared,
                leaks ? convertSeconds : 0,
                ages(array.cell().made()) ? kelvin : Technology.ROOM_K);
    }

    private static boolean ages(Device device) {
        return device.subthreshold() != null
                || device.drift() != null && device.drift().activation() != null;
    }

    @Override
    public ElementState state(double readSeconds, long seed) {
        return new CrossbarState(this, CellWriter.of(array, buffers, readSeconds, kelvin), seed);
    }

    /** Rows whose currents end in one sum. */
    int rowsRead() {
        return buffers == null ? array.rows() : buffers.rows(array.rows());
    }

    @Override
    public double errorOnTheWay() {
        return onTheWay == null ? 0 : onTheWay;
    }

    /** Whether sums of arrays meet before they are read. */
    boolean joined() {
        return onTheWay != null;
    }

    Encoding encoding(boolean signed) {
        return speculation == null ? driver.encoding(inputBits, signed) : speculation.encoding(signed);
    }

    CodeSpan codes(boolean signed) {
        Encoding encoding = encoding(signed);
        return new CodeSpan(signed, encoding.low(), encoding.high());
    }
}
