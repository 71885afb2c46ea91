package mho.arch.numerics;

import java.util.random.RandomGenerator;
import mho.periphery.array.Product;

/**
 * Noise of reading cells, as it appears on the columns: of variance sum over rows of x^2 sigma^2. By default sigma^2 is the column's mean
 * over its cells, which needs the sum of x^2 alone; cell by cell it takes a second product.
 *
 * @param variance of every column's cells on the mean, in digits squared
 * @param cells of every cell, row by row; empty by default
 */
record ReadNoise(float[] variance, float[][] cells) {

    /** Adds one draw to every sum of every vector. */
    void add(float[] x, int vectors, int rows, float[] sums, int columns, Product product, RandomGenerator random) {
        if (cells.length > 0) {
            float[] squares = new float[vectors * rows];
            for (int i = 0; i < squares.length; i++) {
                squares[i] = x[i] * x[i];
            }
            float[] variances = new float[vectors * columns];
            product.multiply(squares, vectors, rows, cells, columns, variances);
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
