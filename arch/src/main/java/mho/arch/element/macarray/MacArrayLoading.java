package mho.arch.element.macarray;

import mho.arch.element.BlockLoading;
import mho.core.cost.Counts;

/**
 * Weights move into the units row by row, whatever part of them is in use, in all arrays at once; through the memory beside them, where
 * there is one.
 *
 * @param blockBits bits of all units' weights
 * @param fillSeconds until a block has moved in
 * @param memoryWidth bits of an access to the memory; 0 without one
 */
record MacArrayLoading(double blockBits, double fillSeconds, int ahead, long memoryWidth) implements BlockLoading {
    @Override
    public double bits(int rows, int outputs) {
        return blockBits;
    }

    @Override
    public double seconds(long arrays, int ofTile, int rows, int outputs) {
        return fillSeconds;
    }

    @Override
    public void count(int rows, int outputs, double arrays, Counts to) {
        if (memoryWidth > 0) {
            to.add(MacArray.WRITE, arrays * blockBits / memoryWidth);
            to.add(MacArray.READ, arrays * blockBits / memoryWidth);
        }
    }
}
