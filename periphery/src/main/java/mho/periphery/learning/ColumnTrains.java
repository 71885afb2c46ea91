package mho.periphery.learning;

import java.util.Arrays;

/**
 * The pulse trains on the columns of an array in one update, sorted by slot, so that a row that fires in few slots looks at the columns
 * that fire in those alone. Made once for an array and filled for every update; not for use by two threads at once.
 */
public final class ColumnTrains {

    /** Slots of the longest train: bits of a word. */
    public static final int MOST_SLOTS = Long.SIZE;

    private final int columns;

    /** For each slot, the columns that fire in it, doubled, and one more where the column is negative. */
    private final int[] firing;

    private final int[] counts = new int[MOST_SLOTS];
    private long slots;

    /** @throws IllegalArgumentException for less than one column */
    public ColumnTrains(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("an array has at least one column, found " + columns);
        }
        this.columns = columns;
        this.firing = new int[columns * MOST_SLOTS];
    }

    /** Forgets all trains. */
    public void clear() {
        Arrays.fill(counts, 0);
        slots = 0;
    }

    /**
     * Adds the train of a column that has none yet.
     *
     * @param train a bit for each slot in which it fires
     * @param negative the sign of what the train stands for
     */
    public void add(int column, long train, boolean negative) {
        int entry = column << 1 | (negative ? 1 : 0);
        for (long left = train; left != 0; left &= left - 1) {
            int slot = Long.numberOfTrailingZeros(left);
            firing[slot * columns + counts[slot]++] = entry;
        }
        slots |= train;
    }

    /**
     * All trains at once.
     *
     * @param trains a word for each column, a bit for each slot in which it fires
     * @param negative a bit for each column, 64 in a word, the sign of what its train stands for
     */
    public void set(long[] trains, long[] negative) {
        clear();
        for (int column = 0; column < columns; column++) {
            add(column, trains[column], (negative[column >> 6] >>> column & 1) != 0);
        }
    }

    /** Columns of the array. */
    public int columns() {
        return columns;
    }

    /** Slots in which any column fires. */
    long slots() {
        return slots;
    }

    int[] firing() {
        return firing;
    }

    int firstOf(int slot) {
        return slot * columns;
    }

    int endOf(int slot) {
        return slot * columns + counts[slot];
    }
}
