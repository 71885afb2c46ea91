package mho.workloads.network;

import java.util.List;

/**
 * One input of a node.
 *
 * @param from id of the producer
 * @param shape the input as the node sees it, views applied
 * @param field the producer's positions that a window needs
 * @param channels values read at each of them
 * @param views what turns the producer's output into the input, in order
 */
public record Edge(int from, Shape shape, Field field, int channels, List<Seen> views) {
    public Edge {
        views = List.copyOf(views);
    }

    /** An input that is the producer's output as it is. */
    public Edge(int from, Shape shape, Field field, int channels) {
        this(from, shape, field, channels, List.of());
    }

    /**
     * A view on the way.
     *
     * @param name of its node
     * @param shape of its output
     */
    public record Seen(String name, Layer view, Shape shape) {}
}
