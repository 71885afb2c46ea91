package mho.arch.element.digital;

import mho.arch.codes.WeightRange;
import mho.arch.element.ElementState;
import mho.arch.element.ElementValues;

/**
 * What a digital element does to values: inputs and weights become integers of so many bits, products are added up exactly, and the sum is
 * scaled once.
 *
 * @param inputBits of an input's code, in two's complement where inputs have a sign
 * @param weightBits of a weight's code, of a sign and as many codes above zero as below
 */
public record ExactValues(int inputBits, int weightBits) implements ElementValues {
    /** Sums of products are kept in doubles, which hold integers to 2^53, and codes in floats, which hold them to 2^24. */
    public static final int MOST_BITS = 24;

    /** A single bit is a sign. */
    WeightRange weightRange() {
        return weightBits == 1 ? WeightRange.signs() : WeightRange.symmetric(weightBits);
    }

    @Override
    public ElementState state(double readSeconds, long seed) {
        return new ExactState(this);
    }
}
