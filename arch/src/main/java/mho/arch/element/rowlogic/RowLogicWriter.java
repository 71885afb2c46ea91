package mho.arch.element.rowlogic;

import mho.arch.element.ElementWriter;
import mho.arch.element.MovedOut;
import mho.arch.element.WriteOnce;
import mho.periphery.array.ArrayWriting.Together;

/** Rows are written like any memory: no pulses, and nothing that wears. */
final class RowLogicWriter implements ElementWriter {
    private long weights;

    @Override
    public void add(int tile, int rows, int outputs) {
        weights += (long) rows * outputs;
    }

    @Override
    public WriteOnce total() {
        return new WriteOnce(weights, null, null, null, null, null, 0, Together.ALL, MovedOut.NOTHING);
    }
}
