package mho.workloads.training;

/** The pass of a layer with weights. */
interface LearningPass extends Pass {
    /** One step down the gradient of the example that was read last, forwards and backwards. */
    void update(float rate);

    /** Adds what went in and which errors came back at that example. */
    void tell(LayerTally tally);
}
