package mho.arch.element;

/**
 * What an element may know of the chip it stands in.
 *
 * @param valueBits of an input and an output
 * @param sumBits of a partial sum
 * @param compact whether rows and columns of zeros are left out
 * @param technology feature size of its process, metres
 */
public record ChipContext(int valueBits, int sumBits, boolean compact, double technology) {}
