package mho.arch.element.crossbar.values;

import java.util.List;
import mho.arch.codes.WeightRange;
import mho.arch.element.crossbar.values.Weights.Sign;

/**
 * A weight as an integer, and that integer as digits in cells.
 *
 * <p>A weight of n bits is a code k of unit max|w| / (2^(n-1) - 1). Pairs store |k| on the side of its sign, centred weights |k - centre|; offset and shared-reference
 * weights store k + 2^(n-1). One bit of the latter has no room for a zero: it is a sign, k of -1 or 1 stored as (k + 1) / 2. What is stored
 * is cut into digits of as many bits as each of its cells has, least significant first.
 *
 * @param offset what is added to a code so that it can be stored, in steps; 0 for pairs
 * @param widths bits of each digit
 */
record Slicing(Sign sign, int bits, int offset, List<Integer> widths) {
    /** Products of codes are summed in doubles, which hold integers to 2^53. */
    static final int MOST_BITS = 24;

    static Slicing of(Weights weights, int cellBits) {
        boolean biased = weights.sign() == Sign.OFFSET || weights.sign() == Sign.SHARED_REFERENCE;
        return new Slicing(
                weights.sign(), weights.bits(), biased ? 1 << (weights.bits() - 1) : 0, weights.widths(cellBits));
    }

    /** The same with another constant added, so that these are the codes that can be stored. */
    Slicing storing(WeightRange range) {
        boolean whole = biased() && !signOnly();
        return whole ? new Slicing(sign, bits, -range.lowest(), widths) : this;
    }

    /** Digits of a weight. */
    int slices() {
        return widths.size();
    }

    /** Bits of the digits below one. */
    private int shift(int slice) {
        int shift = 0;
        for (int below = 0; below < slice; below++) {
            shift += widths.get(below);
        }
        return shift;
    }

    private int digitOf(int stored, int slice) {
        return (stored >> shift(slice)) & ((1 << widths.get(slice)) - 1);
    }

    /** Whether a stored weight is never negative and has a constant added. */
    boolean biased() {
        return sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE;
    }

    /** Whether a weight is nothing but a sign: its two codes are 2 apart. */
    boolean signOnly() {
        return Weights.signOnly(sign, bits);
    }

    /** What a stored 1 counts for in codes. */
    int step() {
        return signOnly() ? 2 : 1;
    }

    /** The codes that can be stored. */
    WeightRange range() {
        boolean whole = biased() && !signOnly();
        return whole
                ? new WeightRange(bits, -offset, (int) ((1L << bits) - 1) - offset, false, true)
                : new WeightRange(bits, -largest(), largest(), signOnly(), biased());
    }

    private int largest() {
        return WeightRange.largest(bits);
    }

    /** A digit of what is stored on one side: of the positive codes, or of the negative ones. Biased weights have one side; of centred ones
     * the code is what is left of it. */
    int digit(int code, int slice, boolean negativeSide) {
        int stored = biased() ? (code + offset()) / step() : Math.max(0, negativeSide ? -code : code);
        return digitOf(stored, slice);
    }

    /** Columns that a shared reference has for each slice: between the two of a sign stands its middle. */
    int referencesPerSlice() {
        return sign != Sign.SHARED_REFERENCE ? 0 : step();
    }

    /** A digit of one of the columns of a shared reference, which together stand for the code 0. */
    int referenceDigit(int slice, int which) {
        return signOnly() ? which : digit(0, slice, false);
    }

    /** The highest digit that occurs in a slice: the cell at its highest conductance. */
    int largestDigit(int slice) {
        int stored = biased() || sign == Sign.CENTERED ? (int) ((1L << bits) - 1) : largest();
        return Math.max(1, digitOf(stored, slice));
    }

    /** What a digit of a slice counts for, in codes. */
    double significance(int slice) {
        return step() * Math.scalb(1.0, shift(slice));
    }
}
