package mho.workloads.training;

import mho.workloads.network.Node;

/**
 * Where a matrix that learns stands.
 *
 * @param node the layer, of the folded network
 * @param group which of the layer's groups
 * @param instance which window, where every window has weights of its own; otherwise 0
 * @param rows fan-in, the row of biases included
 * @param columns fan-out
 * @param bias whether the last row is one of biases
 * @param taps positions of the input that a window reads, or 1
 * @param seed of all that is drawn for this matrix; follows from the training's seed and from this place, not from other places
 */
public record MatrixPlace(
        Node node, int group, int instance, int rows, int columns, boolean bias, int taps, long seed) {

    /** Rows that inputs drive. */
    int fanIn() {
        return bias ? rows - 1 : rows;
    }

    /** Sums that an input value goes into: of a sliding window, one for each tap that meets it. */
    int fanOut() {
        return columns * Math.min(taps, node.windows());
    }
}
