package mho.periphery.readout;

import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;

/**
 * The codes of a converter: code n stands for the value {@code n * step}, so zero is a value it has.
 *
 * @param step one least significant bit, in units of the column's sum
 */
record ConverterCodes(int low, int high, double step) {

    /** Whether every code is smaller than a bound in magnitude. */
    boolean within(int bound) {
        return -bound < low && high < bound;
    }

    /**
     * The codes that cover a range. The step is the range over 2^bits - 1, but no finer than {@code unit}: a converter with bits to spare resolves every unit and is exact. Spare codes lie on both
     * sides, unless the range begins at zero.
     */
    static ConverterCodes covering(double low, double high, int bits, double unit) {
        if (!(low <= 0 && high >= 0 && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a range holds zero and is finite, not " + low + " to " + high);
        }
        int last = (1 << bits) - 1;
        double step = Math.max((high - low) / last, unit);
        if (step == 0) {
            throw new BadInput("adc: its range is " + Quantity.format(0, "1")
                    + ": no column moved while it was calibrated; use other calibration data, or range: full-scale");
        }
        if (low == 0) {
            return new ConverterCodes(0, last, step);
        }
        double spare = last - (high - low) / step;
        int first = (int) Math.floor(low / step - spare / 2);
        return new ConverterCodes(first, first + last, step);
    }
}
