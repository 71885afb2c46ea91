/**
 * Networks as mathematics: layers, shapes, which input positions an output position needs, the matrices that will sit in
 * arrays, and exact counts of operations. Batch 1, no hardware, no values. A chip's mapper asks every {@link
 * mho.workloads.network.Node} the same few questions and never needs to know which kind of layer it holds.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.network;
