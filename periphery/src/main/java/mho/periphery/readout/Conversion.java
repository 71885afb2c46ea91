package mho.periphery.readout;

import java.util.random.RandomGenerator;

/**
 * What a readout does to values, whatever it takes or costs.
 *
 * @param bits of a code
 * @param once whether columns are converted once per vector, having accumulated all phases, rather than once in each phase
 */
public record Conversion(int bits, boolean once, ConverterErrors transfer) {
    /** The same to fewer bits. */
    public Conversion of(int fewer) {
        return new Conversion(fewer, once, transfer);
    }

    /**
     * The converters of one array, their errors drawn.
     *
     * @param columns of the array
     * @param columnsPerConverter neighbouring columns that one converter serves
     * @param low the lowest sum of a column by design or by calibration, whichever {@link #transfer} asks for; 0 or below
     * @param high the highest
     * @param unit the finest step of a column's sum that is worth a code, for example 1 where sums are integers; 0 for none
     * @throws mho.core.yaml.BadInput when the range is zero and there is no unit
     */
    public Converter converter(
            int columns, int columnsPerConverter, double low, double high, double unit, RandomGenerator random) {
        double part = transfer.partOfScale();
        ConverterCodes codes = ConverterCodes.covering(part * low, part * high, bits, unit);
        return Converter.of(transfer, columns, columnsPerConverter, codes, random);
    }
}
