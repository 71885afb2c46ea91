package mho.arch.spec;

/**
 * What one tile has to move and to do for its arrays to multiply without a pause: every array is given the inputs of all its rows and yields
 * the outputs of all its columns, vector after vector.
 *
 * @param inputs values a second
 * @param outputs values a second
 * @param valueBits of one of them
 */
record ArrayTraffic(double inputs, double outputs, int valueBits) {

    /** @param vectors a second that an array multiplies at full rate */
    static ArrayTraffic of(ChipSpec chip, double vectors) {
        double perVector = chip.arraysPerTile() * vectors;
        return new ArrayTraffic(
                perVector * chip.arrayRows(),
                perVector * chip.weightsPerRow(),
                chip.precision().values());
    }

    /** Bits a second from the buffer to the arrays and back. */
    double bits() {
        return (inputs + outputs) * valueBits;
    }

    /** Bits a second that leave for the tiles that read them. */
    double bitsOut() {
        return outputs * valueBits;
    }
}
