package mho.periphery.array;

/**
 * The multiplication at the heart of an array: the sum, on every column, of what the rows carry times the cells' conductances, for a batch of vectors.
 *
 * <p>A sum is a chain of fused multiply-adds in order of the rows, starting at zero: every kernel rounds alike, so all of them give the same bits. None keeps state, so one serves any number of
 * threads.
 */
public interface Product {

    /**
     * {@code y[v * columns + c] = sum over r of x[v * rows + r] * g[r][c]}. Integers stay exact while every partial sum is within 2^24.
     *
     * @param g rows of at least {@code columns} conductances
     * @param y where the sums go; what stood there is overwritten
     */
    void multiply(float[] x, int vectors, int rows, float[][] g, int columns, float[] y);

    /** The same in double precision: integers stay exact up to 2^53. */
    void multiply(float[] x, int vectors, int rows, double[][] g, int columns, double[] y);

    /** What a report calls it. */
    String name();

    /** The loops of plain Java. */
    static Product plain() {
        return PlainProduct.INSTANCE;
    }

    /** The fastest this virtual machine has, chosen once. */
    static Product best() {
        return BestProduct.INSTANCE;
    }
}
