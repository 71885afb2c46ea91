package mho.periphery.scheme;

import java.util.Arrays;

/** Fires of one update by the sign of their line, and the pairs of them that met on a cell: what phases of signs are counted from. */
final class SignTally {
    private static final int SIGNS = 2;

    private final long[] rows = new long[SIGNS];
    private final long[] columns = new long[SIGNS];
    private final long[] met = new long[SIGNS * SIGNS];

    /** Signs that there are values of, a bit for each. */
    private int rowSigns;

    private int columnSigns;

    void clear() {
        Arrays.fill(rows, 0);
        Arrays.fill(columns, 0);
        Arrays.fill(met, 0);
        rowSigns = 0;
        columnSigns = 0;
    }

    void row(int sign, long fires) {
        rowSigns |= 1 << sign;
        rows[sign] += fires;
    }

    void column(int sign, long fires) {
        columnSigns |= 1 << sign;
        columns[sign] += fires;
    }

    /** Pairs of fires of a row and a column of these signs that met. */
    void met(int rowSign, int columnSign, long pairs) {
        met[SIGNS * rowSign + columnSign] += pairs;
    }

    /**
     * Counts the update. Unlike signs of row and column stand for a request down.
     *
     * @param slots length of one phase
     * @param phases see {@link TrainShape#phases}
     */
    void count(PulsedCells cells, int slots, int phases, PulseCounts counts) {
        int taken = 0;
        if (phases == 1) {
            taken += phase(cells, 0b11, 0b11, counts);
        } else {
            for (int sign = 1; sign <= SIGNS; sign++) {
                taken += phases == 2
                        ? phase(cells, sign, 0b11, counts)
                        : phase(cells, sign, 0b01, counts) + phase(cells, sign, 0b10, counts);
            }
        }
        counts.took((long) taken * slots);
    }

    /** A phase of the lines of some signs, a bit for each; 1 if it takes place. */
    private int phase(PulsedCells cells, int ofRows, int ofColumns, PulseCounts counts) {
        if ((ofRows & rowSigns) == 0 || (ofColumns & columnSigns) == 0) {
            return 0;
        }
        long onRows = 0;
        long onColumns = 0;
        long up = 0;
        long down = 0;
        for (int sign = 0; sign < SIGNS; sign++) {
            onRows += (ofRows >> sign & 1) * rows[sign];
            onColumns += (ofColumns >> sign & 1) * columns[sign];
            for (int other = 0; other < SIGNS; other++) {
                long pairs = (ofRows >> sign & 1) * (ofColumns >> other & 1) * met[SIGNS * sign + other];
                up += sign == other ? pairs : 0;
                down += sign == other ? 0 : pairs;
            }
        }
        int planes = cells.planes();
        long given = (cells.heeds(true) ? up : 0) + (cells.heeds(false) ? down : 0);
        counts.fired(
                planes * onRows, cells.columns, planes * onColumns, cells.rows, planes * (up + down), planes * given);
        return 1;
    }
}
