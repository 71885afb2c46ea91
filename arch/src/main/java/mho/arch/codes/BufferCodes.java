package mho.arch.codes;

import mho.periphery.lanes.Clip;

/**
 * The codes in which a buffer keeps values: integers of a few bits times a unit.
 *
 * @param low the lowest code, 0 where no value is negative
 */
public record BufferCodes(float unit, int low, int high) {
    /** Codes that cover what calibration has seen; the sign takes one of the bits where there is one. */
    public static BufferCodes of(Extent span, int bits) {
        int high = (int) Math.min(Integer.MAX_VALUE, (1L << (span.negative() ? Math.max(1, bits - 1) : bits)) - 1);
        float unit = span.magnitude() / high;
        return new BufferCodes(unit > 0 ? unit : 1, span.negative() ? -high : 0, high);
    }

    /** Brings values to codes; returns how many lay beyond them by more than half of one. */
    public long round(float[] values) {
        return high < Clip.QUANTISED
                ? Clip.BEST.quantise(values, values.length, 1 / unit, low, high, unit)
                : roundWide(values);
    }

    private long roundWide(float[] values) {
        long beyond = 0;
        for (int i = 0; i < values.length; i++) {
            double code = Math.rint((double) values[i] / unit);
            double kept = Math.max(low, Math.min(high, code));
            beyond += code == kept ? 0 : 1;
            values[i] = (float) (kept * unit);
        }
        return beyond;
    }
}
