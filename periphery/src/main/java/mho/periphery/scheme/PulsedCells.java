package mho.periphery.scheme;

import java.util.List;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;

/** Rows and columns of composed weights that pulses change. A request is what one coincidence asks for: one step up or down. */
abstract class PulsedCells {
    final int rows;
    final int columns;

    PulsedCells(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Asks one weight for steps, down for negative ones. */
    abstract void pulse(int row, int column, int requests);

    /** Asks the weights of a row for a step in every slot in which the row and their column fire; see {@link CellPopulation#pulseRow}. */
    abstract void pulseRow(int row, long train, boolean negative, PulseTrains trains);

    /** An update is done: whose turn it is goes on. */
    void requestEnds() {}

    /** Cells of a weight that a request pulses, each with lines of its own. */
    int planes() {
        return 1;
    }

    /** Whether requests of one way are heeded in this update. */
    boolean heeds(boolean up) {
        return true;
    }

    /** Whether trains must be told apart by sign, because requests of one way may be left out. */
    boolean separatesSigns() {
        return false;
    }

    /** By how much a request changes the weight of mean cells. */
    abstract double step();

    /** Requests that a change of weight takes, to the nearest whole number. */
    abstract int requestsFor(double change);

    /** The weight as it is read. */
    abstract float weight(int row, int column);

    /** Programs a weight. */
    abstract void set(int row, int column, float weight);

    abstract List<CellPopulation> populations();

    /** Cells of a weight that are read at once, each by lines of its own. */
    final int cellsRead() {
        return populations().size();
    }

    final void set(float[] weights) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                set(row, column, weights[row * columns + column]);
            }
        }
    }

    void read(float[] into) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                into[row * columns + column] = weight(row, column);
            }
        }
    }

    final void leak(int examples) {
        List<CellPopulation> cells = populations();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).leak(examples);
        }
    }

    /** What it keeps beside its populations. */
    void save(String name, CellState into) {}

    void restore(String name, CellState from) {}
}
