package mho.periphery.scheme;

import java.util.Arrays;

/** Lines that fire in each slot of one update, rows and columns of either sign: what an update by trains is counted by, in closed form. */
final class SlotTally {
    private static final int SIGNS = 2;

    /** Of slot s and sign i at 2s + i: lines that fire. */
    private final int[] rows = new int[SIGNS * Long.SIZE];

    private final int[] columns = new int[SIGNS * Long.SIZE];

    /** Signs that there are values of, a bit for each. */
    private int rowSigns;

    private int columnSigns;

    void clear() {
        rowSigns = 0;
        columnSigns = 0;
        Arrays.fill(rows, 0);
        Arrays.fill(columns, 0);
    }

    void row(long train, boolean negative) {
        rowSigns |= negative ? 2 : 1;
        add(rows, train, negative);
    }

    void column(long train, boolean negative) {
        columnSigns |= negative ? 2 : 1;
        add(columns, train, negative);
    }

    private static void add(int[] lines, long train, boolean negative) {
        int sign = negative ? 1 : 0;
        for (long left = train; left != 0; left &= left - 1) {
            lines[SIGNS * Long.numberOfTrailingZeros(left) + sign]++;
        }
    }

    /**
     * Counts the update. Unlike signs of row and column stand for a request down.
     *
     * @param slots length of the trains
     * @param phases see {@link TrainShape#phases}
     */
    void count(PulsedCells cells, int slots, int phases, PulseCounts counts) {
        int taken = 0;
        if (phases == 1) {
            taken += phase(cells, 0b11, 0b11, slots, counts);
        } else if (phases == 2) {
            taken += phase(cells, 0b01, 0b11, slots, counts) + phase(cells, 0b10, 0b11, slots, counts);
        } else {
            for (int row = 1; row <= SIGNS; row++) {
                taken += phase(cells, row, 1, slots, counts) + phase(cells, row, 2, slots, counts);
            }
        }
        counts.took((long) taken * slots);
    }

    /** A phase of the lines of some signs, a bit for each; 1 if it takes place. */
    private int phase(PulsedCells cells, int ofRows, int ofColumns, int slots, PulseCounts counts) {
        if ((ofRows & rowSigns) == 0 || (ofColumns & columnSigns) == 0) {
            return 0;
        }
        long onRows = 0;
        long onColumns = 0;
        long up = 0;
        long down = 0;
        for (int slot = 0; slot < slots; slot++) {
            int rowsUp = (ofRows & 1) == 0 ? 0 : rows[SIGNS * slot];
            int rowsDown = (ofRows & 2) == 0 ? 0 : rows[SIGNS * slot + 1];
            int columnsUp = (ofColumns & 1) == 0 ? 0 : columns[SIGNS * slot];
            int columnsDown = (ofColumns & 2) == 0 ? 0 : columns[SIGNS * slot + 1];
            onRows += rowsUp + rowsDown;
            onColumns += columnsUp + columnsDown;
            up += (long) rowsUp * columnsUp + (long) rowsDown * columnsDown;
            down += (long) rowsUp * columnsDown + (long) rowsDown * columnsUp;
        }
        int planes = cells.planes();
        long given = (cells.heeds(true) ? up : 0) + (cells.heeds(false) ? down : 0);
        counts.fired(
                planes * onRows, cells.columns, planes * onColumns, cells.rows, planes * (up + down), planes * given);
        return 1;
    }
}
