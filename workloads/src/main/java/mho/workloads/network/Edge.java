package mho.workloads.network;

import java.util.List;

/**
 * One input of a node.
 *
 * @param from id of the producer
 * @param shape the input as the node sees it, views applied
 * @param field the producer's positions that a window needs
 * @param channels values read at each of them
 * @param views the layers seen through, in order: what the producer's output goes through on its way
 */
public record Edge(int from, Shape shape, ReceptiveField field, int channels, List<Layer> views) {
    public Edge {
        views = List.copyOf(views);
    }

    /** A node's output as it is. */
    static Edge direct(int from, Shape shape) {
        return new Edge(
                from, shape, ReceptiveField.identity(shape.height(), shape.width()), shape.channels(), List.of());
    }
}
