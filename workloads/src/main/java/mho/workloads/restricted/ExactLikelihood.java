package mho.workloads.restricted;

import java.util.List;

/**
 * Log-likelihood of examples, exactly: with one layer summed out in closed form, the partition function is a sum over all states of the
 * other,
 *
 * <pre>
 * log p(v) = F(v) - log Z,   F(v) = sum of a_i v_i + sum over j of log(1 + exp(b_j + sum over i of v_i W_ij))
 * Z        = sum over v of exp F(v), or the same from the other side
 * </pre>
 *
 * of whichever layer has fewer units, up to 2^20 states.
 */
public final class ExactLikelihood {
    /** Units of the smaller layer at most. */
    public static final int MOST_UNITS = 20;

    private final int visible;
    private final int hidden;
    private final double[][] w;

    /**
     * @param weights of a {@link RestrictedMachine}, row by row
     * @throws IllegalArgumentException where both layers are too large to be enumerated
     */
    public ExactLikelihood(float[] weights, int visible, int hidden) {
        if (Math.min(visible, hidden) > MOST_UNITS) {
            throw new IllegalArgumentException("%d and %d units, where one layer may have %d to be enumerated"
                    .formatted(visible, hidden, MOST_UNITS));
        }
        this.visible = visible;
        this.hidden = hidden;
        this.w = new double[visible + 1][hidden + 1];
        for (int i = 0; i <= visible; i++) {
            for (int j = 0; j <= hidden; j++) {
                w[i][j] = weights[i * (hidden + 1) + j];
            }
        }
    }

    /** Mean over examples, in nats. */
    public double of(List<boolean[]> examples) {
        double sum = 0;
        for (boolean[] example : examples) {
            sum += free(example, false);
        }
        return sum / examples.size() - logPartition();
    }

    /** log Z. */
    public double logPartition() {
        boolean fromHidden = hidden < visible;
        int units = fromHidden ? hidden : visible;
        boolean[] state = new boolean[units];
        double[] logs = new double[1 << units];
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < logs.length; s++) {
            for (int k = 0; k < units; k++) {
                state[k] = (s >> k & 1) == 1;
            }
            logs[s] = free(state, fromHidden);
            most = Math.max(most, logs[s]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }

    /** F of a state of one layer, with the other summed out. */
    private double free(boolean[] state, boolean ofHidden) {
        int others = ofHidden ? visible : hidden;
        double sum = 0;
        for (int k = 0; k < state.length; k++) {
            sum += state[k] ? weight(k, others, ofHidden) : 0;
        }
        for (int other = 0; other < others; other++) {
            double field = weight(state.length, other, ofHidden);
            for (int k = 0; k < state.length; k++) {
                field += state[k] ? weight(k, other, ofHidden) : 0;
            }
            sum += Math.max(field, 0) + Math.log1p(Math.exp(-Math.abs(field)));
        }
        return sum;
    }

    private double weight(int own, int other, boolean ofHidden) {
        return ofHidden ? w[other][own] : w[own][other];
    }
}
