package mho.periphery.scheme;

import mho.periphery.learning.CellState;

/** What becomes of a row of the fast array once it has been read. */
abstract class LineTransfer {

    /**
     * @param row that was read
     * @param read weights of its cells, as they were read
     * @param rate of the transfer, above 0
     */
    abstract void take(int row, float[] read, float rate, UpdateCounts counts);

    /** The sign with which a row is written to the fast array at present. */
    int rowSign(int row) {
        return 1;
    }

    int columnSign(int column) {
        return 1;
    }

    /** Whether any sign may be negative. */
    boolean chops() {
        return false;
    }

    /** Weights have been set: what is under way is forgotten. */
    void forget() {}

    void save(CellState into) {}

    void restore(CellState from) {}
}
