package mho.workloads.linear;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A square matrix of double precision, row by row without its zeros. */
public final class SparseMatrix {
    private final int[] begins;
    private final int[] columns;
    private final double[] values;

    private SparseMatrix(int[] begins, int[] columns, double[] values) {
        this.begins = begins;
        this.columns = columns;
        this.values = values;
    }

    /** Rows, and columns. */
    public int size() {
        return begins.length - 1;
    }

    /** Entries other than zero. */
    public int entries() {
        return values.length;
    }

    /** The exact product, to the rounding of double precision. */
    public double[] times(double[] x) {
        double[] product = new double[size()];
        for (int row = 0; row < product.length; row++) {
            double sum = 0;
            for (int k = begins[row]; k < begins[row + 1]; k++) {
                sum += values[k] * x[columns[k]];
            }
            product[row] = sum;
        }
        return product;
    }

    /** What is left of b: {@code b - A x}. */
    public double[] residual(double[] b, double[] x) {
        double[] left = times(x);
        for (int i = 0; i < left.length; i++) {
            left[i] = b[i] - left[i];
        }
        return left;
    }

    /** The diagonal; zero where nothing stands on it. */
    public double[] diagonal() {
        double[] diagonal = new double[size()];
        for (int row = 0; row < diagonal.length; row++) {
            diagonal[row] = at(row, row);
        }
        return diagonal;
    }

    /** An entry. */
    public double at(int row, int column) {
        int k = Arrays.binarySearch(columns, begins[row], begins[row + 1], column);
        return k < 0 ? 0 : values[k];
    }

    /** Whether every entry is its mirror image's, exactly. */
    public boolean isSymmetric() {
        for (int row = 0; row < size(); row++) {
            for (int k = begins[row]; k < begins[row + 1]; k++) {
                if (values[k] != at(columns[k], row)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first row that holds nothing but zeros; -1 where there is none. */
    public int emptyRow() {
        for (int row = 0; row < size(); row++) {
            if (begins[row] == begins[row + 1]) {
                return row;
            }
        }
        return -1;
    }

    /** The largest sum of the magnitudes in a row, which no eigenvalue's magnitude exceeds (Gershgorin). */
    public double largestRowSum() {
        double largest = 0;
        for (int row = 0; row < size(); row++) {
            double sum = 0;
            for (int k = begins[row]; k < begins[row + 1]; k++) {
                sum += Math.abs(values[k]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** All entries, zeros too: row after row. */
    public float[] dense() {
        float[] all = new float[Math.multiplyExact(size(), size())];
        for (int row = 0; row < size(); row++) {
            for (int k = begins[row]; k < begins[row + 1]; k++) {
                all[row * size() + columns[k]] = (float) values[k];
            }
        }
        return all;
    }

    /** Takes entries in any order; those of one place add up. */
    public static final class Entries {
        private final int size;
        private final Map<Long, Double> sums = new TreeMap<>();

        /** @param size rows and columns */
        public Entries(int size) {
            this.size = size;
        }

        /** Counted from 0. */
        public Entries add(int row, int column, double value) {
            sums.merge((long) row * size + column, value, Double::sum);
            return this;
        }

        public SparseMatrix matrix() {
            sums.values().removeIf(value -> value == 0);
            int[] begins = new int[size + 1];
            int[] columns = new int[sums.size()];
            double[] values = new double[sums.size()];
            int k = 0;
            for (Map.Entry<Long, Double> entry : sums.entrySet()) {
                columns[k] = (int) (entry.getKey() % size);
                values[k++] = entry.getValue();
                begins[(int) (entry.getKey() / size) + 1] = k;
            }
            for (int row = 1; row <= size; row++) {
                begins[row] = Math.max(begins[row], begins[row - 1]);
            }
            return new SparseMatrix(begins, columns, values);
        }
    }
}
