package mho.workloads.linear;

import org.jspecify.annotations.Nullable;

/** Gaussian elimination with the largest pivot of each column, in double precision: what iterative solutions are compared with. */
public final class DirectSolution {
    /** Below this part of the largest entry, a pivot is nothing but rounding. */
    private static final double ROUNDING = 1e-14;

    private DirectSolution() {}

    /** The solution of {@code A x = b}; null where the matrix is singular, to the rounding of double precision. */
    public static double @Nullable [] of(SparseMatrix matrix, double[] b) {
        int size = matrix.size();
        double[][] rows = new double[size][size + 1];
        double largest = 0;
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < size; c++) {
                rows[r][c] = matrix.at(r, c);
                largest = Math.max(largest, Math.abs(rows[r][c]));
            }
            rows[r][size] = b[r];
        }
        for (int c = 0; c < size; c++) {
            int pivot = c;
            for (int r = c + 1; r < size; r++) {
                pivot = Math.abs(rows[r][c]) > Math.abs(rows[pivot][c]) ? r : pivot;
            }
            if (!(Math.abs(rows[pivot][c]) > ROUNDING * largest)) {
                return null;
            }
            double[] top = rows[pivot];
            rows[pivot] = rows[c];
            rows[c] = top;
            for (int r = c + 1; r < size; r++) {
                double factor = rows[r][c] / top[c];
                for (int k = c; factor != 0 && k <= size; k++) {
                    rows[r][k] -= factor * top[k];
                }
            }
        }
        double[] x = new double[size];
        for (int r = size - 1; r >= 0; r--) {
            double sum = rows[r][size];
            for (int c = r + 1; c < size; c++) {
                sum -= rows[r][c] * x[c];
            }
            x[r] = sum / rows[r][r];
        }
        return x;
    }
}
