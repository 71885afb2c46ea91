package mho.periphery.readout;

import java.util.random.RandomGenerator;
import mho.core.arithmetic.FusedMultiplyAdd;

/** How the converters of an array differ: for each column the code is {@code offset + (gain + bend * sum) * sum}, a parabola. */
final class Mismatch {

    private final float[] offset;
    private final float[] gain;
    private final float[] bend;

    private Mismatch(int columns) {
        this.offset = new float[columns];
        this.gain = new float[columns];
        this.bend = new float[columns];
    }

    static Mismatch draw(
            ConverterErrors transfer,
            int columns,
            int columnsPerConverter,
            ConverterCodes codes,
            RandomGenerator random) {
        Mismatch mismatch = new Mismatch(columns);
        double width = (double) codes.high() - codes.low();
        for (int first = 0; first < columns; first += columnsPerConverter) {
            double shift = ConverterErrors.orNone(transfer.offsetError()) * random.nextGaussian();
            double slope = 1 + ConverterErrors.orNone(transfer.gainError()) * random.nextGaussian();
            double bow = ConverterErrors.orNone(transfer.nonlinearity()) * random.nextGaussian();
            // The bow at code n is 4 bow (n - low) (high - n) / width^2: zero at the ends, bow in the middle.
            double curve = 4 * bow / (width * width);
            double constant = shift - curve * codes.low() * codes.high();
            double linear = slope + curve * ((double) codes.low() + codes.high());
            int last = Math.min(columns, first + columnsPerConverter);
            for (int c = first; c < last; c++) {
                mismatch.offset[c] = (float) constant;
                mismatch.gain[c] = (float) (linear / codes.step());
                mismatch.bend[c] = (float) (-curve / (codes.step() * codes.step()));
            }
        }
        return mismatch;
    }

    void apply(float[] row) {
        apply(row, offset, gain, bend);
    }

    private static void apply(float[] row, float[] offset, float[] gain, float[] bend) {
        for (int c = 0; c < row.length; c++) {
            row[c] = FusedMultiplyAdd.multiplyAdd(
                    FusedMultiplyAdd.multiplyAdd(bend[c], row[c], gain[c]), row[c], offset[c]);
        }
    }
}
