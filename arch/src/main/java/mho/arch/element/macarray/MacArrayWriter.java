package mho.arch.element.macarray;

import mho.arch.element.ElementWriter;
import mho.arch.element.MovedOut;
import mho.arch.element.WriteOnce;
import mho.periphery.array.ArrayWriting.Together;

/** Registers and memories of units are written like any memory: no pulses, and nothing that wears. */
final class MacArrayWriter implements ElementWriter {
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
