package mho.workloads.training;

/** What training lowers: how far the answer y of one example is from its class. */
public enum Loss {
    /**
     * E = -ln p of the right class, p = softmax(y): the network answers with sums, or with a softmax that is taken together with
     * the loss. Its error is dE/dy = p - t, t being 1 for the right class and 0 elsewhere.
     */
    CROSS_ENTROPY {
        @Override
        double of(float[] y, int label, float[] delta) {
            float largest = Float.NEGATIVE_INFINITY;
            for (float each : y) {
                largest = Math.max(largest, each);
            }
            double sum = 0;
            for (float each : y) {
                sum += Math.exp((double) each - largest);
            }
            for (int c = 0; c < y.length; c++) {
                double share = Math.exp((double) y[c] - largest) / sum;
                delta[c] = (float) (share - (c == label ? 1 : 0));
            }
            return Math.log(sum) + largest - y[label];
        }
    },

    /** E = half the sum of the squares of y - t; its error is y - t. With logistic units at the end, plain back-propagation. */
    SQUARED {
        @Override
        double of(float[] y, int label, float[] delta) {
            double sum = 0;
            for (int c = 0; c < y.length; c++) {
                delta[c] = y[c] - (c == label ? 1 : 0);
                sum += (double) delta[c] * delta[c];
            }
            return sum / 2;
        }
    };

    /** The loss of an answer whose class should be {@code label}; writes its error, dE/dy. */
    abstract double of(float[] y, int label, float[] delta);

    /** The class that an answer says: of the largest value, the first of equals. */
    static int said(float[] y) {
        int best = 0;
        for (int c = 1; c < y.length; c++) {
            best = y[c] > y[best] ? c : best;
        }
        return best;
    }
}
