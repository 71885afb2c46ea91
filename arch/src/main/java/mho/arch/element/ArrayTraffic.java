package mho.arch.element;

import mho.arch.cut.WeightLayout;

/**
 * What one tile has to move and to do for its arrays to multiply without a pause: every array is given the inputs of all its rows and yields
 * the outputs of all its columns, vector after vector.
 *
 * @param inputs values a second
 * @param outputs values a second
 * @param valueBits of one of them
 */
public record ArrayTraffic(double inputs, double outputs, int valueBits) {

    /**
     * @param arrays of a tile
     * @param vectors a second that an array multiplies at full rate
     */
    public static ArrayTraffic of(int arrays, WeightLayout layout, int valueBits, double vectors) {
        double perVector = arrays * vectors;
        return new ArrayTraffic(perVector * layout.arrayRows(), perVector * layout.weightsAcross(), valueBits);
    }

    /** Bits a second from the buffer to the arrays and back. */
    public double bits() {
        return (inputs + outputs) * valueBits;
    }

    /** Bits a second that leave for the tiles that read them. */
    public double bitsOut() {
        return outputs * valueBits;
    }
}
