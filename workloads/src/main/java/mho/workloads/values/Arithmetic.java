package mho.workloads.values;

import mho.workloads.network.Node;

/** How a network's numbers are computed: what the hardware does with weights, activations and buffers. Everything else is the same everywhere. */
public interface Arithmetic {
    /**
     * Products of windows with a node's weights, biases added: out[v * columns + c] = sum over r of in[v * rows + r] * W[r][c] + b[c].
     *
     * @param group of a grouped layer
     * @param instance the window, where every window has weights of its own; else 0
     * @param in vectors x rows, in the order of {@link TrainedMatrix}
     */
    void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out);

    /** A function of single values, in place. */
    void activate(Node node, Function function, float[] values, int from, int to);

    /** A node's finished output on its way to a buffer, in place; every node's, those of inputs included. */
    void store(Node node, Batch result);
}
