package mho.periphery.scheme;

import mho.periphery.learning.CellState;

/** Turns updates into pulses on one array. Allocates nothing once made. */
abstract class PulseWriter {
    final PulsedCells cells;

    PulseWriter(PulsedCells cells) {
        this.cells = cells;
    }

    /**
     * w[r][c] −= rate · x[r] · δ[c] as well as pulses can, and counts them.
     *
     * @param rate above 0, of composed weights
     */
    abstract void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts);

    /** The largest size; 0 where all are zero. */
    static float largest(float[] values, int at, int count) {
        float most = 0;
        for (int i = at; i < at + count; i++) {
            most = Math.max(most, Math.abs(values[i]));
        }
        return most;
    }

    void save(String name, CellState into) {}

    void restore(String name, CellState from) {}
}
