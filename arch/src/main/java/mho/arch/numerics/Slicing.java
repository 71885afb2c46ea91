package mho.arch.numerics;

import mho.arch.spec.Weights;
import mho.arch.spec.Weights.Sign;

/**
 * A weight as an integer, and that integer as digits in cells.
 *
 * <p>A weight of n bits is a code k of unit max|w| / (2^(n-1) - 1). Pairs store |k| on the side of its sign; offset and shared-reference
 * weights store k + 2^(n-1). What is stored is cut into digits of as many bits as a cell has, least significant first.
 *
 * @param slices digits of a weight
 * @param cellBits bits of a digit
 */
record Slicing(Sign sign, int bits, int slices, int cellBits) {
    /** Products of codes are summed in doubles, which hold integers to 2^53. */
    static final int MOST_BITS = 24;

    static Slicing of(Weights weights, int cellBits) {
        int slices = (weights.bits() + cellBits - 1) / cellBits;
        return new Slicing(weights.sign(), weights.bits(), slices, cellBits);
    }

    /** Whether a stored weight is never negative and has a constant added. */
    boolean biased() {
        return sign == Sign.OFFSET || sign == Sign.SHARED_REFERENCE;
    }

    /** What is added to a code so that it can be stored. */
    int offset() {
        return biased() ? 1 << (bits - 1) : 0;
    }

    /** The code of the largest weight; that of the smallest is its negative. */
    int largest() {
        return Math.max(1, (1 << (bits - 1)) - 1);
    }

    int code(double weight, double unit) {
        long rounded = Math.round(weight / unit);
        int high = biased() ? (1 << (bits - 1)) - 1 : largest();
        return (int) Math.max(-largest(), Math.min(high, rounded));
    }

    /** A digit of what is stored on one side: of the positive codes, or of the negative ones. Biased weights have one side. */
    int digit(int code, int slice, boolean negativeSide) {
        int stored = biased() ? code + offset() : Math.max(0, negativeSide ? -code : code);
        return (stored >> (slice * cellBits)) & ((1 << cellBits) - 1);
    }

    /** The highest digit that occurs in a slice: the cell at its highest conductance. */
    int largestDigit(int slice) {
        int stored = biased() ? (int) ((1L << bits) - 1) : largest();
        return Math.max(1, (stored >> (slice * cellBits)) & ((1 << cellBits) - 1));
    }

    /** What a digit of a slice counts for. */
    double significance(int slice) {
        return Math.scalb(1.0, slice * cellBits);
    }
}
