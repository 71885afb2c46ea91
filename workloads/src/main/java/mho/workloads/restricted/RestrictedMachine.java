package mho.workloads.restricted;

import java.util.random.RandomGenerator;
import mho.workloads.training.LearningMatrix;

/**
 * Visible units v and hidden units h of 0 and 1, whose couplings stand in one matrix with both layers' biases: a row that is driven with 1
 * holds those of the hidden units, a column likewise those of the visible ones. With W of (visible + 1) x (hidden + 1),
 *
 * <pre>
 * E(v, h)        = -sum over i, j of v_i W_ij h_j - sum of b_j h_j - sum of a_i v_i
 * p(h_j = 1 | v) = s((v, 1) W)_j        read forward
 * p(v_i = 1 | h) = s(W (h, 1))_i        read in reverse
 * </pre>
 *
 * with s(x) = 1 / (1 + exp(-x)) (Smolensky 1986; Hinton, Neural Computation 14, 2002). All units of a layer are decided at once. Nothing is
 * allocated on the way. Not for several threads.
 */
public final class RestrictedMachine {
    private final LearningMatrix matrix;
    private final int visible;
    private final int hidden;
    private final RandomGenerator random;
    private final float[] sums;

    /**
     * @param matrix a row more than there are visible units and a column more than hidden ones
     * @param random that decides
     */
    public RestrictedMachine(LearningMatrix matrix, RandomGenerator random) {
        this.matrix = matrix;
        this.visible = matrix.rows() - 1;
        this.hidden = matrix.columns() - 1;
        this.random = random;
        this.sums = new float[Math.max(matrix.rows(), matrix.columns())];
    }

    public int visible() {
        return visible;
    }

    public int hidden() {
        return hidden;
    }

    /** Room for a layer's units and the 1 that drives the biases of the other. */
    public float[] visibleUnits() {
        return units(visible);
    }

    /** The same of the hidden layer. */
    public float[] hiddenUnits() {
        return units(hidden);
    }

    private static float[] units(int count) {
        float[] units = new float[count + 1];
        units[count] = 1;
        return units;
    }

    /** Decides on every hidden unit. */
    public void up(float[] v, float[] h) {
        matrix.forward(v, 0, sums, 0);
        decide(h, hidden);
    }

    /** Decides on every visible unit. */
    public void down(float[] h, float[] v) {
        matrix.reverse(h, 0, sums, 0);
        decide(v, visible);
    }

    private void decide(float[] units, int count) {
        for (int k = 0; k < count; k++) {
            units[k] = random.nextDouble() < probability(sums[k]) ? 1 : 0;
        }
    }

    static double probability(double field) {
        return 1 / (1 + Math.exp(-field));
    }

    /** W += rate (v, 1) (h, 1)^T where it is more than 0, less where it is below. */
    public void learn(float[] v, float[] h, float[] minus, float rate) {
        if (rate >= 0) {
            for (int k = 0; k < h.length; k++) {
                minus[k] = -h[k];
            }
            matrix.update(v, 0, minus, 0, rate);
        } else {
            matrix.update(v, 0, h, 0, -rate);
        }
    }

    /** An example is over, and with it a batch of one. */
    public void exampleEnds() {
        matrix.exampleEnds();
        matrix.batchEnds();
    }

    /** Couplings and biases as they stand, row by row. */
    public float[] weights() {
        float[] weights = new float[matrix.rows() * matrix.columns()];
        matrix.weights(weights);
        return weights;
    }
}
