package mho.periphery.array;

import java.util.Arrays;
import mho.core.arithmetic.FusedMultiplyAdd;

/**
 * Loops that the just-in-time compiler turns into vector instructions. It does so for rows that are arrays of their own, four of them at a time and a sum that stays in its own array; not for one flat
 * matrix with an offset.
 */
final class PlainKernel implements ProductKernel {

    private static final int TOGETHER = 4;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Product product(float[][] g, int columns) {
        return (x, vectors, y) -> {
            float[] sum = new float[columns];
            for (int v = 0; v < vectors; v++) {
                multiply(x, v * g.length, g, sum);
                System.arraycopy(sum, 0, y, v * columns, columns);
            }
        };
    }

    private static void multiply(float[] x, int from, float[][] g, float[] sum) {
        int rows = g.length;
        Arrays.fill(sum, 0);
        int r = 0;
        for (; r + TOGETHER <= rows; r += TOGETHER) {
            int at = from + r;
            addFour(x[at], g[r], x[at + 1], g[r + 1], x[at + 2], g[r + 2], x[at + 3], g[r + 3], sum);
        }
        for (; r < rows; r++) {
            addOne(x[from + r], g[r], sum);
        }
    }

    private static void addFour(
            float x0, float[] g0, float x1, float[] g1, float x2, float[] g2, float x3, float[] g3, float[] sum) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] = FusedMultiplyAdd.multiplyAdd(
                    x3,
                    g3[c],
                    FusedMultiplyAdd.multiplyAdd(
                            x2,
                            g2[c],
                            FusedMultiplyAdd.multiplyAdd(x1, g1[c], FusedMultiplyAdd.multiplyAdd(x0, g0[c], sum[c]))));
        }
    }

    private static void addOne(float x, float[] g, float[] sum) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] = FusedMultiplyAdd.multiplyAdd(x, g[c], sum[c]);
        }
    }
}
