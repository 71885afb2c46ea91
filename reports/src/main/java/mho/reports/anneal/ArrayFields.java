package mho.reports.anneal;

import java.util.Arrays;
import mho.arch.element.Tally;
import mho.arch.matrix.ProgrammedMatrix;
import mho.workloads.ising.LocalFields;

/**
 * Local fields as arrays give them. Noise of columns is drawn column by column, and what one product has to say of other columns is what
 * they would say themselves, as long as no unit has turned; so a product is made when units have turned, or a column is asked again.
 */
final class ArrayFields implements LocalFields {
    private final ProgrammedMatrix matrix;
    private final boolean[] applied;
    private final boolean[] told;
    private final float[] in;
    private final float[] out;
    private final Tally tally = new Tally();
    private boolean made;

    ArrayFields(ProgrammedMatrix matrix, int units) {
        this.matrix = matrix;
        this.applied = new boolean[units];
        this.told = new boolean[units];
        this.in = new float[units];
        this.out = new float[units];
    }

    @Override
    public double of(int unit, boolean[] on) {
        if (!made || told[unit] || !Arrays.equals(on, applied)) {
            for (int i = 0; i < in.length; i++) {
                in[i] = on[i] ? 1 : 0;
            }
            matrix.multiply(in, out, tally);
            System.arraycopy(on, 0, applied, 0, on.length);
            Arrays.fill(told, false);
            made = true;
        }
        told[unit] = true;
        return out[unit];
    }

    /** Part of the conversions that were beyond the converters' range. */
    double clipped() {
        return tally.conversions == 0 ? 0 : (double) tally.clipped / tally.conversions;
    }
}
