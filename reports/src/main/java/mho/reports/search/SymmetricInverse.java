package mho.reports.search;

/** The inverse of a symmetric, positive definite matrix, by Cholesky's factors. */
final class SymmetricInverse {
    private SymmetricInverse() {}

    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / lower[j][j];
            }
        }
        return product(inverse(lower));
    }

    private static double[][] inverse(double[][] lower) {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1 / lower[i][i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= lower[i][k] * inverse[k][j];
                }
                inverse[i][j] = sum / lower[i][i];
            }
        }
        return inverse;
    }

    /** Of the transpose and the factor itself. */
    private static double[][] product(double[][] factor) {
        int n = factor.length;
        double[][] product = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    product[i][j] += factor[k][i] * factor[k][j];
                }
            }
        }
        return product;
    }
}
