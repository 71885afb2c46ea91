package mho.workloads.values;

import mho.workloads.network.Function;
import mho.workloads.network.Node;

/** What computes with weights, evaluates functions and keeps results: a processor in float, or an analog chip. */
public interface Arithmetic {
    /**
     * out[v * columns + c] = sum over r of in[v * rows + r] * W[r][c] + bias[c], W and bias being {@link TrainedMatrix}
     * those of the group and instance.
     *
     * @param group the first of as many as {@link #groupsTogether} says, or as many as are left
     * @param in windows by rows, group after group, rows in the order of the trained matrix; may be longer than the windows need
     * @param vectors how many windows
     * @param out windows by columns, group after group; may be longer than the windows need
     */
    void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out);

    /** Groups of a grouped layer that are multiplied at once: in arrays, those that stand in the same one. */
    default int groupsTogether(Node node) {
        return 1;
    }

    /** Replaces values[from … to), which begins at a position's first channel, by the function of them. */
    void activate(Node node, Function function, float[] values, int from, int to);

    /** A node's finished output on its way to a buffer, changed in place; told of every node, inputs included. */
    void store(Node node, Batch result);
}
