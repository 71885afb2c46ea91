package mho.periphery.readout;

import java.util.random.RandomGenerator;
import mho.periphery.lanes.Clip;
import org.jspecify.annotations.Nullable;

/**
 * The converters of one array at work on its columns' sums: each value becomes
 *
 * <pre>step * clip(round(bow + gain * sum / step + offset))</pre>
 *
 * <p>A value leaves in the unit it came in. It is made once per array and does not change, so any number of threads may use one.
 */
public final class Converter {

    /** A value beyond the last code by less than half a step rounds to it as any other would. */
    private static final float HALF = 0.5f;

    private final int columns;
    private final ConverterCodes codes;
    private final float perStep;
    private final float step;
    private final @Nullable Mismatch mismatch;

    Converter(int columns, ConverterCodes codes, @Nullable Mismatch mismatch) {
        this.columns = columns;
        this.codes = codes;
        this.step = (float) codes.step();
        this.perStep = (float) (1 / codes.step());
        this.mismatch = mismatch;
    }

    /** The value of one least significant bit. */
    public double step() {
        return codes.step();
    }

    /** The lowest value it yields. */
    public double low() {
        return codes.low() * codes.step();
    }

    /** The highest value it yields. */
    public double high() {
        return codes.high() * codes.step();
    }

    /**
     * Converts in place.
     *
     * @param sums of vectors x columns
     * @return how many lay outside the codes by more than half a step, and were clipped
     */
    public long convert(float[] sums, int vectors) {
        if (mismatch == null && codes.within(Clip.QUANTISED)) {
            return Clip.BEST.quantise(sums, vectors * columns, perStep, codes.low(), codes.high(), step);
        }
        long clipped = 0;
        float[] row = new float[columns];
        for (int v = 0; v < vectors; v++) {
            System.arraycopy(sums, v * columns, row, 0, columns);
            clipped += convert(row);
            System.arraycopy(row, 0, sums, v * columns, columns);
        }
        return clipped;
    }

    private long convert(float[] row) {
        if (mismatch == null) {
            scale(row, perStep);
        } else {
            mismatch.apply(row);
        }
        long clipped = Clip.BEST.clip(row, row.length, codes.low(), codes.high(), HALF);
        if (codes.within(Clip.QUANTISED)) {
            round(row, step);
        } else {
            roundWide(row, step);
        }
        return clipped;
    }

    private static void scale(float[] row, float perStep) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= perStep;
        }
    }

    private static void round(float[] row, float step) {
        for (int c = 0; c < row.length; c++) {
            row[c] = ((row[c] + Clip.ROUNDING) - Clip.ROUNDING) * step;
        }
    }

    private static void roundWide(float[] row, float step) {
        for (int c = 0; c < row.length; c++) {
            row[c] = ((float) Math.rint(row[c]) + 0f) * step; // and never -0, as above
        }
    }

    /** Converters of a readout with the given codes; those that differ draw their errors now, one after the other. */
    static Converter of(
            ConverterErrors transfer,
            int columns,
            int columnsPerConverter,
            ConverterCodes codes,
            RandomGenerator random) {
        Mismatch mismatch =
                transfer.ideal() ? null : Mismatch.draw(transfer, columns, columnsPerConverter, codes, random);
        return new Converter(columns, codes, mismatch);
    }
}
