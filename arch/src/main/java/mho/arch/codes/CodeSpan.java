package mho.arch.codes;

/**
 * Integers that an element takes for inputs.
 *
 * @param signed whether it was asked for codes below zero, too
 */
public record CodeSpan(boolean signed, int low, int high) {
    /** Two's complement, or no sign at all. */
    public static CodeSpan ofBits(int bits, boolean signed) {
        return signed
                ? new CodeSpan(true, (int) -(1L << (bits - 1)), (int) ((1L << (bits - 1)) - 1))
                : new CodeSpan(false, 0, (int) Math.min(Integer.MAX_VALUE, (1L << bits) - 1));
    }

    /** What an element offers for inputs of a sign, or without one. */
    @FunctionalInterface
    public interface Offered {
        CodeSpan codes(boolean signed);
    }
}
