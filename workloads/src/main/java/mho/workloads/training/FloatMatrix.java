package mho.workloads.training;

import java.util.Arrays;

/**
 * Weights in single precision. Sums are added in the order of the rows (of the columns, in reverse), every product and every
 * sum rounded by itself, so that results are the same on every processor. Rows that are driven with 0, and errors that are all
 * 0, take no time: they change nothing.
 */
public final class FloatMatrix implements LearningMatrix {
    private final float[][] weights;
    private final float[] sums;
    private final float[] errors;

    /** All 0. */
    public FloatMatrix(int rows, int columns) {
        this.weights = new float[rows][columns];
        this.sums = new float[columns];
        this.errors = new float[columns];
    }

    @Override
    public int rows() {
        return weights.length;
    }

    @Override
    public int columns() {
        return sums.length;
    }

    @Override
    public void forward(float[] x, int xAt, float[] y, int yAt) {
        Arrays.fill(sums, 0);
        int rows = weights.length;
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            float a = x[xAt + r];
            float b = x[xAt + r + 1];
            float c = x[xAt + r + 2];
            float d = x[xAt + r + 3];
            if (a != 0 || b != 0 || c != 0 || d != 0) {
                addFour(r, a, b, c, d);
            }
        }
        for (; r < rows; r++) {
            addOne(x[xAt + r], weights[r], sums);
        }
        System.arraycopy(sums, 0, y, yAt, sums.length);
    }

    /** Rows are arrays of their own and loops begin at 0, so that the compiler makes vectors of them. */
    private void addFour(int r, float a, float b, float c, float d) {
        float[] sum = sums;
        float[] w0 = weights[r];
        float[] w1 = weights[r + 1];
        float[] w2 = weights[r + 2];
        float[] w3 = weights[r + 3];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = sum[k] + a * w0[k] + b * w1[k] + c * w2[k] + d * w3[k];
        }
    }

    /** to += factor · row. */
    private static void addOne(float factor, float[] row, float[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * row[k];
        }
    }

    @Override
    public void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
        int rows = weights.length;
        if (!take(delta, deltaAt)) {
            Arrays.fill(dx, dxAt, dxAt + rows, 0);
            return;
        }
        int r = 0;
        for (; r + 8 <= rows; r += 8) {
            multiplyEight(r, dx, dxAt + r);
        }
        for (; r < rows; r++) {
            float sum = 0;
            float[] row = weights[r];
            for (int k = 0; k < errors.length; k++) {
                sum += row[k] * errors[k];
            }
            dx[dxAt + r] = sum;
        }
    }

    /** Eight sums at once: each has to wait for its last addition, and they do not wait for one another. */
    private void multiplyEight(int r, float[] to, int at) {
        float[] e = errors;
        float[] w0 = weights[r];
        float[] w1 = weights[r + 1];
        float[] w2 = weights[r + 2];
        float[] w3 = weights[r + 3];
        float[] w4 = weights[r + 4];
        float[] w5 = weights[r + 5];
        float[] w6 = weights[r + 6];
        float[] w7 = weights[r + 7];
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int k = 0; k < e.length; k++) {
            float error = e[k];
            s0 += w0[k] * error;
            s1 += w1[k] * error;
            s2 += w2[k] * error;
            s3 += w3[k] * error;
            s4 += w4[k] * error;
            s5 += w5[k] * error;
            s6 += w6[k] * error;
            s7 += w7[k] * error;
        }
        to[at] = s0;
        to[at + 1] = s1;
        to[at + 2] = s2;
        to[at + 3] = s3;
        to[at + 4] = s4;
        to[at + 5] = s5;
        to[at + 6] = s6;
        to[at + 7] = s7;
    }

    @Override
    public void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
        if (!take(delta, deltaAt)) {
            return;
        }
        for (int r = 0; r < weights.length; r++) {
            float step = rate * x[xAt + r];
            if (step != 0) {
                addOne(-step, errors, weights[r]);
            }
        }
    }

    /** Copies the errors; false if all are 0. */
    private boolean take(float[] delta, int at) {
        boolean any = false;
        for (int k = 0; k < errors.length; k++) {
            float error = delta[at + k];
            errors[k] = error;
            any |= error != 0;
        }
        return any;
    }

    @Override
    public void weights(float[] into) {
        check(into.length);
        for (int r = 0; r < weights.length; r++) {
            System.arraycopy(weights[r], 0, into, r * sums.length, sums.length);
        }
    }

    @Override
    public void set(float[] from) {
        check(from.length);
        for (int r = 0; r < weights.length; r++) {
            System.arraycopy(from, r * sums.length, weights[r], 0, sums.length);
        }
    }

    private void check(int length) {
        if (length != rows() * columns()) {
            throw new IllegalArgumentException(
                    "%d weights for a matrix of %d x %d".formatted(length, rows(), columns()));
        }
    }
}
