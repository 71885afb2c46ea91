package mho.arch.element.photonic;

import mho.arch.element.BlockLoading;
import mho.core.cost.Counts;

/** Weights wait as bits behind their converters, and become light turn by turn: a block is there a cycle after its bits are. */
record PhotonicLoading(int weightBits, double cycle, int ahead) implements BlockLoading {
    @Override
    public double bits(int rows, int outputs) {
        return (double) rows * outputs * weightBits;
    }

    @Override
    public double seconds(long arrays, int ofTile, int rows, int outputs) {
        return cycle;
    }

    /** Bits in registers are not counted: whatever they take is in the figures of the converters. */
    @Override
    public void count(int rows, int outputs, double arrays, Counts to) {}
}
