package mho.arch.element.crossbar.values;

import mho.arch.codes.WeightRange;
import mho.arch.element.crossbar.values.Weights.Sign;

/**
 * A weight as an integer, and that integer as digits in cells.
 *
 * <p>A weight of n bits is a code k of unit max|w| / (2^(n-1) - 1). Pairs store |k| on the side of its sign; offset and shared-reference
 * weights store k + 2^(n-1). One bit of the latter has no room for a zero: it is a sign, k of -1 or 1 stored as (k + 1) / 2. What is stored
 * is cut into digits of as many bits as a cell has, least significant first.
 *
 * @param offset what is added to a code so that it can be stored, in steps; 0 for pairs
 * @param slices digits of a weight
 * @param cellBits bits of a digit
 */
record Slicing(Sign sign, int bits, int offset, int slices, int cellBits) {
    /** Products of codes are summed in doubles, which hold integers to 2^53. */
    static final int MOST_BITS = 24;

    static Slicing of(Weights weights, int cellBits) {
        int slices = (weights.bits() + cellBits - 1) / cellBits;
        boolean biased = weights.sign() == Sign.OFFSET || weights.sign() == Sign.SHARED_REFERENCE;
        return new Slicing(weights.sign(), weights.bits(), biased ? 1 << (weights.bits() - 1) : 0, slices, cellBits);
    }

    /** The same with another constant added, so that these are the codes that can be stored. */
    Slicing storing(WeightRange range) {
        boolean whole = biased() && !signOnly();
        return whole ? new Slicing(sign, bits, -range.lowest(), slices, cellBits) : this;
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

    /** A digit of what is stored on one side: of the positive codes, or of the negative ones. Biased weights have one side. */
    int digit(int code, int slice, boolean negativeSide) {
        int stored = biased() ? (code + offset()) / step() : Math.max(0, negativeSide ? -code : code);
        return (stored >> (slice * cellBits)) & ((1 << cellBits) - 1);
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
        int stored = biased() ? (int) ((1L << bits) - 1) : largest();
        return Math.max(1, (stored >> (slice * cellBits)) & ((1 << cellBits) - 1));
    }

    /** What a digit of a slice counts for, in codes. */
    double significance(int slice) {
        return step() * Math.scalb(1.0, slice * cellBits);
    }
}
