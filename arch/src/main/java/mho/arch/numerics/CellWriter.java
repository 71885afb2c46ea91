package mho.arch.numerics;

import java.util.random.RandomGenerator;
import mho.arch.spec.ChipSpec;

/** Writes digits into cells of a device and says what their columns sense. */
final class CellWriter {
    private final double off;

    static CellWriter of(ChipSpec chip, double readSeconds) {
        return new CellWriter(0);
    }

    /** Whether sums of columns are integers. */
    boolean exact() {
        return off == 0;
    }

    /** @param off off-conductance over the conductance window */
    CellWriter(double off) {
        this.off = off;
    }

    /** The current of a cell at its lowest conductance, over the window. */
    double offOverWindow() {
        return off;
    }

    /**
     * Programs an array.
     *
     * @param digits of every cell, row by row; of cell-pairs, those of the positive side
     * @param opposite of cell-pairs, those of the negative side; empty for other cells
     * @param largest the digit that a column's cells hold at their highest conductance
     * @param oneSide whether the sides of cell-pairs are also read one at a time
     */
    Cells write(int[][] digits, int[][] opposite, int[] largest, boolean oneSide, RandomGenerator random) {
        float[][] positive = sensed(digits, largest);
        float[] conductance = new float[digits.length];
        addConductance(digits, largest, conductance);
        if (opposite.length == 0) {
            return new Cells(positive, null, null, conductance, null);
        }
        addConductance(opposite, largest, conductance);
        float[][] negative = sensed(opposite, largest);
        float[][] both = new float[digits.length][largest.length];
        for (int r = 0; r < both.length; r++) {
            for (int c = 0; c < largest.length; c++) {
                both[r][c] = positive[r][c] - negative[r][c];
            }
        }
        return new Cells(both, oneSide ? positive : null, oneSide ? negative : null, conductance, null);
    }

    private float[][] sensed(int[][] digits, int[] largest) {
        float[][] sensed = new float[digits.length][largest.length];
        for (int r = 0; r < digits.length; r++) {
            for (int c = 0; c < largest.length; c++) {
                sensed[r][c] = (float) (digits[r][c] + largest[c] * off);
            }
        }
        return sensed;
    }

    private void addConductance(int[][] digits, int[] largest, float[] conductance) {
        for (int r = 0; r < digits.length; r++) {
            for (int c = 0; c < largest.length; c++) {
                conductance[r] += (float) (((double) digits[r][c] / largest[c] + off) / (1 + off));
            }
        }
    }
}
