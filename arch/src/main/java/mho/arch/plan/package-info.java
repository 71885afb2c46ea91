/**
 * The mapper: which layer sits where. A layer's matrix is cut into arrays, copied until the pipeline is balanced, and laid out over
 * tiles whose buffers must hold the windows in flight.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.plan;
