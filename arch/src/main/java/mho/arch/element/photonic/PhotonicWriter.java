package mho.arch.element.photonic;

import mho.arch.element.ElementWriter;
import mho.arch.element.MovedOut;
import mho.arch.element.WriteOnce;
import mho.periphery.array.ArrayWriting.Together;

/** Weights are bits until they become light: nothing is programmed, and nothing wears. */
final class PhotonicWriter implements ElementWriter {
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
