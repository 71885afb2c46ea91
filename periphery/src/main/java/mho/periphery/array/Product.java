package mho.periphery.array;

/**
 * The multiplication at the heart of an array, whose conductances it holds: the sum, on every column, of what the rows carry times the cells' conductances, for a batch of vectors.
 *
 * <p>A sum is a chain of fused multiply-adds in order of the rows, starting at zero: every kernel rounds alike, so all of them give the same bits. It does not change, so any number of threads may use
 * one.
 */
public interface Product {

    /**
     * {@code y[v * columns + c] = sum over r of x[v * rows + r] * g[r][c]}. Integers stay exact while every partial sum is within 2^24.
     *
     * @param y where the sums go; what stood there is overwritten
     */
    void multiply(float[] x, int vectors, float[] y);

    /**
     * By the fastest kernel this virtual machine has.
     *
     * @param g rows of at least {@code columns} conductances, which must not change any more
     */
    static Product of(float[][] g, int columns) {
        return ProductKernel.BEST.product(g, columns);
    }
}
