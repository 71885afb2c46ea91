package mho.workloads.values;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import mho.core.arithmetic.FusedMultiplyAdd;
import mho.workloads.network.Function;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;

/**
 * The reference: float weights, values and sums, each sum of fused multiply-adds in the order of the rows, begun at the
 * bias; functions in double precision. Threads may share it.
 */
public final class FloatArithmetic implements Arithmetic {
    /** Vectors that share a pass over four rows of weights. */
    private static final int TOGETHER = 16;

    private final Map<Node, TrainedMatrix> matrices = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        TrainedMatrix trained = matrices.computeIfAbsent(node, TrainedMatrix::of);
        Matrix matrix = trained.shape();
        float[][] weights = trained.weights(group, instance);
        float[] bias = trained.bias(group, instance);
        int columns = matrix.columns();
        float[][] sums = new float[Math.min(TOGETHER, vectors)][columns];
        for (int v = 0; v < vectors; v += TOGETHER) {
            int count = Math.min(TOGETHER, vectors - v);
            for (int i = 0; i < count; i++) {
                System.arraycopy(bias, 0, sums[i], 0, columns);
            }
            add(weights, in, v, count, matrix.rows(), sums);
            for (int i = 0; i < count; i++) {
                System.arraycopy(sums[i], 0, out, (v + i) * columns, columns);
            }
        }
    }

    private static void add(float[][] weights, float[] in, int first, int count, int rows, float[][] sums) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            for (int i = 0; i < count; i++) {
                int at = (first + i) * rows + r;
                addFour(weights, r, in[at], in[at + 1], in[at + 2], in[at + 3], sums[i]);
            }
        }
        for (; r < rows; r++) {
            for (int i = 0; i < count; i++) {
                addOne(weights[r], in[(first + i) * rows + r], sums[i]);
            }
        }
    }

    private static void addFour(float[][] weights, int r, float a, float b, float c, float d, float[] sum) {
        float[] w0 = weights[r];
        float[] w1 = weights[r + 1];
        float[] w2 = weights[r + 2];
        float[] w3 = weights[r + 3];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = FusedMultiplyAdd.multiplyAdd(
                    d,
                    w3[k],
                    FusedMultiplyAdd.multiplyAdd(
                            c,
                            w2[k],
                            FusedMultiplyAdd.multiplyAdd(b, w1[k], FusedMultiplyAdd.multiplyAdd(a, w0[k], sum[k]))));
        }
    }

    private static void addOne(float[] w, float a, float[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = FusedMultiplyAdd.multiplyAdd(a, w[k], sum[k]);
        }
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        function.apply(values, from, to);
    }

    @Override
    public void store(Node node, Batch result) {
        // Float values are kept as they are.
    }
}
