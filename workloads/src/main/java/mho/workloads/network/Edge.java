package mho.workloads.network;

/**
 * One input of a node.
 *
 * @param from id of the producer
 * @param shape the input as the node sees it, views applied
 * @param field the producer's positions that a window needs
 * @param channels values read at each of them
 */
public record Edge(int from, Shape shape, Field field, int channels) {}
