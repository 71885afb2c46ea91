package mho.workloads.task;

/** What an operation does. */
public enum Verb {
    /** Vectors times a matrix of weights: what elements are for. */
    MULTIPLY,
    /** Vectors times a matrix of weights from the side of its outputs: gradients on their way back. */
    MULTIPLY_TRANSPOSED,
    /** Weights are changed where they stand, by the product of a vector at their rows and one at their columns. */
    UPDATE,
    /** Such products are added up beside the weights, which stay as they are. */
    GATHER,
    /** Sums so gathered are handed on, or taken in and added to those there. */
    EXCHANGE,
    /** Weights are changed by what was gathered. */
    APPLY,
    /** Sums, products, comparisons and functions of values: what the function units of a tile do. */
    VECTOR,
    /** Values go elsewhere, as they are. */
    MOVE
}
