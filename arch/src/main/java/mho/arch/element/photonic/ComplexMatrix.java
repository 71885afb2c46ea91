package mho.arch.element.photonic;

/** Amplitudes of fields from ports to ports. */
final class ComplexMatrix {
    private final double[][] real;
    private final double[][] imaginary;

    ComplexMatrix(int rows, int columns) {
        this.real = new double[rows][columns];
        this.imaginary = new double[rows][columns];
    }

    int size() {
        return real.length;
    }

    double real(int row, int column) {
        return real[row][column];
    }

    double imaginary(int row, int column) {
        return imaginary[row][column];
    }

    void set(int row, int column, double re, double im) {
        real[row][column] = re;
        imaginary[row][column] = im;
    }

    /** Multiplies a row by {@code e^(i phase)}. */
    void turn(int row, double phase) {
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        double[] re = real[row];
        double[] im = imaginary[row];
        for (int c = 0; c < re.length; c++) {
            double was = re[c];
            re[c] = cos * was - sin * im[c];
            im[c] = sin * was + cos * im[c];
        }
    }

    /** Two rows a and b become {@code cos a - sin b} and {@code sin a + cos b}. */
    void rotate(int a, int b, double angle) {
        rotate(real[a], real[b], angle);
        rotate(imaginary[a], imaginary[b], angle);
    }

    static void rotate(double[] a, double[] b, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int c = 0; c < a.length; c++) {
            double was = a[c];
            a[c] = cos * was - sin * b[c];
            b[c] = sin * was + cos * b[c];
        }
    }

    ComplexMatrix transposed() {
        ComplexMatrix turned = new ComplexMatrix(real[0].length, real.length);
        for (int r = 0; r < real.length; r++) {
            for (int c = 0; c < real[r].length; c++) {
                turned.set(c, r, real[r][c], imaginary[r][c]);
            }
        }
        return turned;
    }

    ComplexMatrix times(ComplexMatrix other) {
        ComplexMatrix product = new ComplexMatrix(real.length, other.real[0].length);
        for (int r = 0; r < real.length; r++) {
            double[] re = product.real[r];
            double[] im = product.imaginary[r];
            for (int k = 0; k < other.real.length; k++) {
                double a = real[r][k];
                double b = imaginary[r][k];
                if (a != 0 || b != 0) {
                    for (int c = 0; c < re.length; c++) {
                        re[c] += a * other.real[k][c] - b * other.imaginary[k][c];
                        im[c] += a * other.imaginary[k][c] + b * other.real[k][c];
                    }
                }
            }
        }
        return product;
    }
}
