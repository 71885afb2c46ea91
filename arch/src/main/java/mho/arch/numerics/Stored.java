package mho.arch.numerics;

/**
 * The codes in which a buffer keeps values: integers of a few bits times a unit.
 *
 * @param low the lowest code, 0 where no value is negative
 */
record Stored(float unit, int low, int high) {
    /** Added and taken off again it leaves a double rounded to the nearest whole number, ties to even, as Math.rint does in ten times the time. */
    private static final double TO_WHOLE = 0x1.8p52;

    /** Codes that cover what calibration has seen; the sign takes one of the bits where there is one. */
    static Stored of(Extent span, int bits) {
        int high = (int) Math.min(Integer.MAX_VALUE, (1L << (span.negative() ? Math.max(1, bits - 1) : bits)) - 1);
        float unit = span.magnitude() / high;
        return new Stored(unit > 0 ? unit : 1, span.negative() ? -high : 0, high);
    }

    void round(float[] values) {
        double smallest = low;
        double largest = high;
        for (int i = 0; i < values.length; i++) {
            double code = (double) values[i] / unit;
            code = code < smallest ? smallest : code; // faster than Math.max and min, which mind the sign of zero
            code = code > largest ? largest : code;
            values[i] = (float) ((code + TO_WHOLE - TO_WHOLE) * unit);
        }
    }
}
