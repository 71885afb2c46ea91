package mho.workloads.values;

import mho.workloads.network.Function;
import mho.workloads.network.Node;

/** What computes with weights, evaluates functions and keeps results: a processor in float, or an analog chip. */
public interface Arithmetic {
    /**
     * out[v * columns + c] = sum over r of in[v * rows + r] * W[r][c] + bias[c], W and bias being {@link TrainedMatrix}
     * those of the group and instance.
     *
     * @param in windows by rows, rows in the order of the trained matrix; may be longer than the windows need
     * @param vectors how many windows
     * @param out windows by columns; may be longer than the windows need
     */
    void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out);

    /** Replaces values[from … to), which begins at a position's first channel, by the function of them. */
    void activate(Node node, Function function, float[] values, int from, int to);

    /** A node's finished output on its way to a buffer, changed in place; told of every node, inputs included. */
    void store(Node node, Batch result);
}
