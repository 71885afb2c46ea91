/**
 * Memories beside the arrays: the buffers a tile keeps its feature maps in and the registers at a core's inputs and outputs, with the tables and laws that price an access.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.memory;
