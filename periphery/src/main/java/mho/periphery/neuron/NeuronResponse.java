package mho.periphery.neuron;

/** A function as a circuit computes it. */
public interface NeuronResponse {

    /** Replaces values by the function of them, from one index up to, not including, another. */
    void apply(float[] values, int from, int to);
}
