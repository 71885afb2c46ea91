package mho.workloads.values;

import java.util.HashMap;
import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.Node;

/** Floating point, no errors but rounding: products are fused multiply-adds in floats, the order of rows. */
public final class FloatArithmetic implements Arithmetic {
    private final Map<Node, TrainedMatrix> matrices = new HashMap<>();

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        TrainedMatrix matrix = matrices.computeIfAbsent(node, TrainedMatrix::of);
        float[][] weights = matrix.weights(group, instance);
        float[] bias = matrix.bias(group, instance);
        int columns = bias.length;
        float[] sums = new float[columns];
        for (int v = 0; v < vectors; v++) {
            System.arraycopy(bias, 0, sums, 0, columns);
            addProduct(in, v * weights.length, weights, sums);
            System.arraycopy(sums, 0, out, v * columns, columns);
        }
    }

    /** Four rows at a time, so that a column's sum stays in a register. */
    private static void addProduct(float[] in, int from, float[][] weights, float[] sums) {
        int r = 0;
        for (; r + 4 <= weights.length; r += 4) {
            addRows(
                    in[from + r],
                    in[from + r + 1],
                    in[from + r + 2],
                    in[from + r + 3],
                    weights[r],
                    weights[r + 1],
                    weights[r + 2],
                    weights[r + 3],
                    sums);
        }
        for (; r < weights.length; r++) {
            addRow(in[from + r], weights[r], sums);
        }
    }

    private static void addRows(
            float x0, float x1, float x2, float x3, float[] w0, float[] w1, float[] w2, float[] w3, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] = Math.fma(x3, w3[c], Math.fma(x2, w2[c], Math.fma(x1, w1[c], Math.fma(x0, w0[c], sums[c]))));
        }
    }

    private static void addRow(float x, float[] w, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] = Math.fma(x, w[c], sums[c]);
        }
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        if (function.activation() == Activation.RELU) {
            for (int i = from; i < to; i++) {
                values[i] = Math.max(0f, values[i]);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            values[i] = (float) function.at(values[i]);
        }
    }

    @Override
    public void store(Node node, Batch result) {
        // floats as they are
    }
}
