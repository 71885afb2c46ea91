package mho.arch.element;

import mho.core.cost.Counts;

/** How a block of weights, all that one array holds at once, comes into it. Implementations are records: equal ones take equal times. */
public interface BlockLoading {
    /**
     * Bits that come from where weights are kept.
     *
     * @param rows in use
     * @param outputs whose weights stand in the block
     */
    double bits(int rows, int outputs);

    /**
     * How long the arrays are busy with it, seconds.
     *
     * @param arrays of a chip that are loaded, a block each
     * @param ofTile those of them in the tile that has most
     */
    double seconds(long arrays, int ofTile, int rows, int outputs);

    /** Blocks that stand loaded in an array behind the one in use. */
    int ahead();

    /**
     * Counts what it takes to load alike blocks.
     *
     * @param arrays that are loaded, a block each
     */
    void count(int rows, int outputs, double arrays, Counts to);
}
