package mho.arch.element.photonic;

/**
 * {@code A = right S left^T} of a matrix A of rows and columns, by rotations between pairs of columns until all are orthogonal (Hestenes, J.
 * SIAM 6, 1958).
 *
 * @param right orthogonal, of as many ports as there are rows
 * @param left orthogonal, of as many ports as there are columns
 * @param values of S, in no order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SingularValues(double[][] right, double[][] left, double[] values) {
    private static final int MOST_SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-12;

    double value(int k) {
        return values[k];
    }

    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    static SingularValues of(float[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        if (columns > rows) {
            float[][] turned = new float[columns][rows];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    turned[c][r] = matrix[r][c];
                }
            }
            SingularValues other = of(turned);
            return new SingularValues(other.left, other.right, other.values);
        }
        double[][] held = new double[columns][rows]; // columns of A
        double[][] turned = new double[columns][columns]; // columns of left
        for (int c = 0; c < columns; c++) {
            turned[c][c] = 1;
            for (int r = 0; r < rows; r++) {
                held[c][r] = matrix[r][c];
            }
        }
        boolean moved = true;
        for (int sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
            moved = false;
            for (int a = 0; a < columns - 1; a++) {
                for (int b = a + 1; b < columns; b++) {
                    moved |= orthogonalised(held[a], held[b], turned[a], turned[b]);
                }
            }
        }
        double[] values = new double[columns];
        for (int c = 0; c < columns; c++) {
            values[c] = Math.sqrt(product(held[c], held[c]));
        }
        return new SingularValues(completed(held, values, rows), transposed(turned), values);
    }

    private static boolean orthogonalised(double[] a, double[] b, double[] turnedA, double[] turnedB) {
        double both = product(a, b);
        double ofA = product(a, a);
        double ofB = product(b, b);
        if (Math.abs(both) <= ORTHOGONAL * Math.sqrt(ofA * ofB)) {
            return false;
        }
        double angle = Math.atan2(2 * both, ofB - ofA) / 2;
        ComplexMatrix.rotate(a, b, angle);
        ComplexMatrix.rotate(turnedA, turnedB, angle);
        return true;
    }

    /** Columns of unit length, with as many more as make them a whole orthogonal matrix, as rows of it. */
    private static double[][] completed(double[][] held, double[] values, int rows) {
        double[][] units = new double[rows][];
        double least = 1e-9;
        for (double value : values) {
            least = Math.max(least, 1e-9 * value);
        }
        int missing = 0;
        for (int c = 0; c < rows; c++) {
            if (c < held.length && values[c] > least) {
                units[c] = scaled(held[c], 1 / values[c]);
            }
        }
        for (int c = 0; c < rows; c++) {
            while (units[c] == null) {
                double[] unit = new double[rows];
                unit[missing++] = 1;
                double[] other = beside(unit, units);
                if (other.length > 0) {
                    units[c] = other;
                }
            }
        }
        return transposed(units);
    }

    /** What of a vector is orthogonal to others, of unit length; empty where that is next to nothing. */
    private static double[] beside(double[] vector, double[][] units) {
        for (int twice = 0; twice < 2; twice++) {
            for (double[] unit : units) {
                if (unit != null) {
                    double along = product(vector, unit);
                    for (int i = 0; i < vector.length; i++) {
                        vector[i] -= along * unit[i];
                    }
                }
            }
        }
        double length = Math.sqrt(product(vector, vector));
        return length < 1e-6 ? new double[0] : scaled(vector, 1 / length);
    }

    private static double[] scaled(double[] vector, double by) {
        double[] scaled = vector.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= by;
        }
        return scaled;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix[r].length; c++) {
                turned[c][r] = matrix[r][c];
            }
        }
        return turned;
    }
}
