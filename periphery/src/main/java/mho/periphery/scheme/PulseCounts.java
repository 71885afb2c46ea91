package mho.periphery.scheme;

/**
 * What pulses on a matrix of cells have cost: exact counts, from which time and energy follow. A fire is one pulse on one line, which
 * reaches all cells of that line; where lines of a row and of a column fire at once their cell takes a pulse (a coincidence), all other
 * cells that a fire reaches are half-selected for its length. So {@code halfSelected = rowFires · columns + columnFires · rows − 2 ·
 * coincidences} always, of requests that reached a cell. Not for use by two threads at once.
 */
public final class PulseCounts {
    private static final int WORDS = 9;

    private long slots;
    private long longestSlots;
    private long rowFires;
    private long columnFires;
    private long coincidences;
    private long halfSelected;
    private long met;
    private double asked;
    private double answered;

    PulseCounts() {}

    /** Slots of time that pulses took, one pulse long each: phases times the length of trains, or so many pulses one after another. */
    public long slots() {
        return slots;
    }

    /** Slots of the longest single update. */
    public long longestSlots() {
        return longestSlots;
    }

    /** Pulses on lines of rows. */
    public long rowFires() {
        return rowFires;
    }

    /** Pulses on lines of columns. */
    public long columnFires() {
        return columnFires;
    }

    /** Pulses on cells, those that moved nothing included. */
    public long coincidences() {
        return coincidences;
    }

    /** Pulses of half the voltage on cells: a line fired and the other of the cell did not. */
    public long halfSelected() {
        return halfSelected;
    }

    /** Pairs of fires that met on a cell, heeded or not. */
    long met() {
        return met;
    }

    /**
     * Steps of mean cells that updates asked for, Σ rate · |x| · |δ| / step; of updates whose pulses follow the size of what is asked, and
     * for whose largest change trains have room.
     */
    public double asked() {
        return asked;
    }

    /** Steps that such updates asked cells for by pulses; what is missing was less than a pulse can say. */
    public double answered() {
        return answered;
    }

    void asked(double steps, double requests) {
        asked += steps;
        answered += requests;
    }

    /** Time of one update. */
    void took(long ofUpdate) {
        slots += ofUpdate;
        longestSlots = Math.max(longestSlots, ofUpdate);
    }

    /**
     * Fires of lines, and what became of them on cells.
     *
     * @param onRows fires of rows, each over so many columns
     * @param pairs pairs of fires that met on a cell
     * @param given of these, those that were a pulse for the cell
     */
    void fired(long onRows, int columns, long onColumns, int rows, long pairs, long given) {
        rowFires += onRows;
        columnFires += onColumns;
        coincidences += given;
        halfSelected += onRows * columns + onColumns * rows - 2 * pairs;
        met += pairs;
    }

    long[] words() {
        return new long[] {
            slots,
            longestSlots,
            rowFires,
            columnFires,
            coincidences,
            halfSelected,
            met,
            Double.doubleToRawLongBits(asked),
            Double.doubleToRawLongBits(answered)
        };
    }

    void take(long[] words, int at) {
        slots = words[at];
        longestSlots = words[at + 1];
        rowFires = words[at + 2];
        columnFires = words[at + 3];
        coincidences = words[at + 4];
        halfSelected = words[at + 5];
        met = words[at + 6];
        asked = Double.longBitsToDouble(words[at + 7]);
        answered = Double.longBitsToDouble(words[at + 8]);
    }

    static int wordCount() {
        return WORDS;
    }
}
