package mho.workloads.values;

import mho.core.arithmetic.FusedMultiplyAdd;
import mho.workloads.network.MatMul;

/** Products of two activations, group by group. */
final class ActivationProducts {
    private ActivationProducts() {}

    static void run(MatMul layer, Batch left, Batch right, Batch out) {
        int groups = layer.groups();
        int inner = left.shape().channels() / groups;
        int columns = out.shape().channels() / groups;
        float[] sums = new float[columns];
        float[][] factor = new float[inner][columns];
        for (int i = 0; i < out.count(); i++) {
            for (int g = 0; g < groups; g++) {
                fill(layer.transposed(), right, i, g, factor);
                for (int row = 0; row < left.shape().positions(); row++) {
                    java.util.Arrays.fill(sums, 0);
                    int from = i * left.stride() + row * left.shape().channels() + g * inner;
                    for (int k = 0; k < inner; k++) {
                        add(left.values()[from + k], factor[k], sums);
                    }
                    int to = i * out.stride() + row * out.shape().channels() + g * columns;
                    System.arraycopy(sums, 0, out.values(), to, columns);
                }
            }
        }
    }

    private static void add(float a, float[] row, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] = FusedMultiplyAdd.multiplyAdd(a, row[c], sums[c]);
        }
    }

    /** The right factor of one group as inner x columns. */
    private static void fill(boolean transposed, Batch right, int image, int group, float[][] factor) {
        int wide = right.shape().channels();
        int inner = factor.length;
        int columns = factor[0].length;
        for (int k = 0; k < inner; k++) {
            for (int c = 0; c < columns; c++) {
                int position = transposed ? c : k;
                int channel = transposed ? group * inner + k : group * columns + c;
                factor[k][c] = right.values()[image * right.stride() + position * wide + channel];
            }
        }
    }
}
