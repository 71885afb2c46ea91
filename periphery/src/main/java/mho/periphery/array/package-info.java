/**
 * The crossbar: its cells, what reading one of them costs, and the fixed pipeline of phases by which an array multiplies a vector (drive, integrate, hold, convert, merge);
 * the analog buffers by which arrays of a grid hand on pulses and currents ({@link mho.periphery.array.LocalBuffers});
 * and the multiplication itself ({@link mho.periphery.array.Product}).
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.array;
