package mho.periphery.array;

import mho.periphery.lanes.Lanes;

/**
 * The multiplication at the heart of an array: the sum, on every column, of what the rows carry times the cells' conductances, for a batch of vectors.
 *
 * <p>A sum is a chain of fused multiply-adds in order of the rows, starting at zero: every kernel rounds alike, so all of them give the same bits. A kernel keeps memory to work in, so that it
 * allocates none from batch to batch; each thread has its own.
 */
public interface Product {

    /**
     * {@code y[v * columns + c] = sum over r of x[v * rows + r] * g[r][c]}. Integers stay exact while every partial sum is within 2^24.
     *
     * @param g rows of at least {@code columns} conductances
     * @param y where the sums go; what stood there is overwritten
     */
    void multiply(float[] x, int vectors, int rows, float[][] g, int columns, float[] y);

    /** What a report calls it. */
    String name();

    /** The loops of plain Java. */
    static Product plain() {
        return new PlainProduct();
    }

    /** The fastest kind this virtual machine has. */
    static Product best() {
        return Lanes.choose(Product.class, "mho.periphery.array.VectorProduct", new PlainProduct());
    }
}
