package mho.workloads.network;

/**
 * What of a node sits in arrays: {@code groups} independent matrices of {@code rows} inputs by {@code columns} outputs,
 * each window multiplying by all of them.
 *
 * @param rows kernel positions x input channels of one group, without the bias row
 * @param instances 1, or the number of windows when every window has weights of its own
 * @param bias whether a row of biases stands beside the weights
 */
public record Matrix(int groups, int rows, int columns, int instances, boolean bias) {

    /** Weights, biases not counted. */
    public long weights() {
        return Math.multiplyExact(macsPerWindow(), (long) instances);
    }

    public long biases() {
        return bias ? Math.multiplyExact((long) groups * columns, (long) instances) : 0;
    }

    /** Multiply-accumulates of one window. */
    public long macsPerWindow() {
        return Math.multiplyExact((long) groups * columns, (long) rows);
    }
}
