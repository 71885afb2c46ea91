package mho.periphery.driver;

/**
 * What one phase applies of an input: the bits above {@code shift} under {@code mask} of its part.
 *
 * @param whole whether the digit is all of its part
 */
record Digit(Part part, int shift, int mask, boolean whole, double significance, WeightSide side) {

    /** What of the input's code the digit is taken from. */
    enum Part {
        /** The code and its offset, in two's complement. */
        ALL,
        /** Its magnitude; the digit has its sign. */
        SIGNED,
        /** The code where it is above zero. */
        POSITIVE,
        /** Its magnitude where it is below zero. */
        NEGATIVE
    }

    /** One bit of it. */
    Digit bit(int bit) {
        return new Digit(part, shift + bit, 1, false, Math.scalb(significance, bit), side);
    }

    void of(float[] codes, int count, int offset, float[] digits) {
        switch (part) {
            case ALL -> shifted(codes, count, offset, digits);
            case SIGNED -> System.arraycopy(codes, 0, digits, 0, count);
            case POSITIVE -> positive(codes, count, digits);
            case NEGATIVE -> negative(codes, count, digits);
        }
        if (!whole) {
            select(digits, count);
        }
    }

    private static void shifted(float[] codes, int count, float offset, float[] digits) {
        for (int i = 0; i < count; i++) {
            digits[i] = codes[i] + offset;
        }
    }

    private static void positive(float[] codes, int count, float[] digits) {
        for (int i = 0; i < count; i++) {
            digits[i] = Math.max(codes[i], 0f);
        }
    }

    private static void negative(float[] codes, int count, float[] digits) {
        for (int i = 0; i < count; i++) {
            digits[i] = Math.max(-codes[i], 0f);
        }
    }

    private void select(float[] digits, int count) {
        boolean magnitude = part == Part.SIGNED;
        for (int i = 0; i < count; i++) {
            int code = (int) digits[i];
            digits[i] = magnitude && code < 0 ? -((-code >> shift) & mask) : (code >> shift) & mask;
        }
    }
}
