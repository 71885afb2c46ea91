package mho.arch.element.crossbar.values;

import java.util.random.RandomGenerator;
import mho.periphery.array.Product;
import org.jspecify.annotations.Nullable;

/**
 * Noise of reading cells, as it appears on the columns: of variance sum over rows of x^2 sigma^2. By default sigma^2 is the column's mean
 * over its cells, which needs the sum of x^2 alone; cell by cell it takes a second product.
 *
 * @param variance of every column's cells on the mean, in digits squared
 * @param cells by products with the variances of every cell; null by default
 */
record ReadNoise(float[] variance, @Nullable Product cells) {

    /** Adds one draw to every sum of every vector. */
    void add(float[] x, int vectors, int rows, float[] sums, RandomGenerator random) {
        int columns = variance.length;
        if (cells != null) {
            float[] squares = new float[vectors * rows];
            for (int i = 0; i < squares.length; i++) {
                squares[i] = x[i] * x[i];
            }
            float[] variances = new float[vectors * columns];
            cells.multiply(squares, vectors, variances);
            for (int i = 0; i < variances.length; i++) {
                sums[i] += (float) (Math.sqrt(variances[i]) * random.nextGaussian());
            }
            return;
        }
        for (int v = 0; v < vectors; v++) {
            double squares = 0;
            for (int r = 0; r < rows; r++) {
                squares += (double) x[v * rows + r] * x[v * rows + r];
            }
            double scale = Math.sqrt(squares);
            for (int c = 0; c < columns; c++) {
                if (variance[c] > 0) {
                    sums[v * columns + c] += (float) (scale * Math.sqrt(variance[c]) * random.nextGaussian());
                }
            }
        }
    }
}
