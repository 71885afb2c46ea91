package mho.workloads.network;

/**
 * The third extent of a window that slides over depth, height and width.
 *
 * @param planes of the input, whose rows stand plane by plane in the rows of its map
 * @param before padding in front of the first plane
 * @param after padding behind the last
 */
public record Depth(int planes, int kernel, int stride, int before, int after, int dilation) {}
