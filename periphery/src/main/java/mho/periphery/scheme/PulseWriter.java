package mho.periphery.scheme;

import mho.periphery.learning.CellState;

/** Turns updates into pulses on one array. Allocates nothing once made. */
abstract class PulseWriter {
    final PulsedCells cells;

    PulseWriter(PulsedCells cells) {
        this.cells = cells;
    }

    /**
     * An update, and what it asked for beside what became of it.
     *
     * @param rate above 0, of composed weights
     */
    final void update(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
        long before = counts.met();
        write(x, xAt, delta, deltaAt, rate, counts);
        double steps = rate / cells.step();
        if (steps * largest(x, xAt, cells.rows) * largest(delta, deltaAt, cells.columns) <= room()) {
            counts.asked(
                    steps * sum(x, xAt, cells.rows) * sum(delta, deltaAt, cells.columns),
                    (double) (counts.met() - before) / cells.planes());
        }
    }

    /** Most pulses that a cell can take by one update; below 0 where the size of what is asked does not say how many it takes. */
    abstract double room();

    /** Of sizes. */
    private static double sum(float[] values, int at, int count) {
        double sum = 0;
        for (int i = at; i < at + count; i++) {
            sum += Math.abs(values[i]);
        }
        return sum;
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
