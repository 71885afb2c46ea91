package mho.arch.element.rowlogic;

import mho.core.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * Programs of an array.
 *
 * @param select a bit of a value by a bit of a weight
 * @param addBit of two numbers, with carry
 * @param shift of a bit to the column of a neighbour, however far
 * @param multiply a value by a weight; null for as many selections as there are pairs of their bits
 * @param add a product to a sum; null for an addition of as many bits as a sum has, for each bit of a weight
 */
public record RowPrograms(
        RowProgram select,
        @Default("{}") RowProgram addBit,
        @Default("{}") RowProgram shift,
        @Nullable RowProgram multiply,
        @Nullable RowProgram add) {

    RowProgram product(int valueBits, int weightBits) {
        return multiply != null ? multiply : select.times(Math.multiplyExact(valueBits, weightBits));
    }

    RowProgram sum(int sumBits, int weightBits) {
        return add != null ? add : addBit.times(Math.multiplyExact(sumBits, weightBits));
    }

    /** A sum to where another is added to it. */
    RowProgram moved(int sumBits) {
        return shift.times(sumBits);
    }
}
