package mho.periphery.learning;

/**
 * Cells in rows and columns, each with steps, bounds and faults of its own, and their weights. A cell keeps a weight, which pulses move,
 * and shows one, which is read: both are the same without write noise. Nothing here allocates once the population is drawn.
 *
 * <p>Every row has a random stream of its own, so that rows may be pulsed in any order with the same result; within a row, the order of
 * pulses counts. Not for use by two threads on one row at once, nor of counters while pulses are given.
 *
 * <p>All methods take rows and columns from 0, and throw {@link IndexOutOfBoundsException} for those that are not there.
 */
public abstract sealed class CellPopulation permits SingleCells, OneSidedCells {
    private final UpdateLaw law;
    private final int rows;
    private final int columns;

    CellPopulation(UpdateLaw law, int rows, int columns) {
        this.law = law;
        this.rows = rows;
        this.columns = columns;
    }

    /** The law that the cells obey. */
    public final UpdateLaw law() {
        return law;
    }

    public final int rows() {
        return rows;
    }

    public final int columns() {
        return columns;
    }

    final int cell(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "row " + row + ", column " + column + " of a population of " + rows + " x " + columns);
        }
        return row * columns + column;
    }

    final void check(ColumnTrains trains) {
        if (trains.columns() != columns) {
            throw new IllegalArgumentException(
                    "trains for " + trains.columns() + " columns, the population has " + columns);
        }
    }

    final void check(float[] weights) {
        if (weights.length != rows * columns) {
            throw new IllegalArgumentException(
                    weights.length + " weights for " + rows + " x " + columns + " cells, give one each, row by row");
        }
    }

    /** Pulses one cell, up for a positive number of pulses and down for a negative one; the same in law as so many single pulses. */
    public abstract void pulse(int row, int column, int pulses);

    /**
     * One row of an update by coincidence: each cell takes one pulse for every slot in which its row and its column both fire, up where
     * both have the same sign and down where they have not. Whoever descends a gradient δ·x hands over the sign of −δ for one of them.
     *
     * @param train a bit for each slot in which the row fires
     * @param negative the row's sign
     * @param trains those of the columns
     * @return pulses given; the row shows what it showed where that is none
     */
    public abstract int pulseRow(int row, long train, boolean negative, ColumnTrains trains);

    /** What passes in so many examples where weights leak; nothing where they do not. */
    public abstract void leak(int examples);

    /** Sets one cell back, by the abrupt pulse that a device of its kind has for that. */
    public abstract void reset(int row, int column);

    /** Programs one cell to a weight, or to the nearest that it can hold, with its write noise and without counting pulses. */
    public abstract void set(int row, int column, float weight);

    /** Programs all cells, row by row. */
    public final void set(float[] weights) {
        check(weights);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                set(row, column, weights[row * columns + column]);
            }
        }
    }

    /** The weight that a cell shows. */
    public abstract float weight(int row, int column);

    /** The weight that a cell keeps, without write noise. */
    public abstract float kept(int row, int column);

    /** Copies the weights that are shown, row by row. */
    public final void read(float[] into) {
        for (int row = 0; row < rows; row++) {
            readRow(row, into);
        }
    }

    /** Copies the weights that one row shows to its place among those of all rows, as after {@link #pulseRow} of it. */
    public abstract void readRow(int row, float[] into);

    /**
     * What a device that moves one way only needs now and then: see {@link OneSidedPair}. Nothing for others.
     *
     * @return how many cells were set back and written anew
     */
    public int refresh() {
        return 0;
    }

    /** Lowest weight that a cell can keep. */
    public abstract float lowest(int row, int column);

    /** Highest weight that a cell can keep. */
    public abstract float highest(int row, int column);

    /** Cells that stand at one of their bounds, stuck ones apart; of pairs, those of which one device stands at its highest. */
    public abstract int saturated();

    /** Pulses given upwards, those that moved nothing included. */
    public abstract long upPulses();

    /** Pulses given downwards. */
    public abstract long downPulses();

    /** Resets given. */
    public abstract long resets();

    /** Puts down all that pulses have changed, under names that begin with one; figures drawn with the population are not among it. */
    public abstract void save(String name, CellState into);

    /**
     * Takes up what {@link #save} of a population of the same law, shape, seed and place put down, and goes on as that would have.
     *
     * @throws IllegalArgumentException where the state is of another shape
     */
    public abstract void restore(String name, CellState from);

    /** Pulses and resets that a cell has taken, which count towards its endurance; of a pair, its more worn device. */
    public abstract int wear(int row, int column);

    /** The wear of the most worn cell. */
    public final int highestWear() {
        int most = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                most = Math.max(most, wear(row, column));
            }
        }
        return most;
    }
}
