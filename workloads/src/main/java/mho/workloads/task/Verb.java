package mho.workloads.task;

/** What an operation does. */
public enum Verb {
    /** Vectors times a matrix of weights: what elements are for. */
    MULTIPLY,
    /** Sums, products, comparisons and functions of values: what the function units of a tile do. */
    VECTOR,
    /** Values go elsewhere, as they are. */
    MOVE
}
