/**
 * How memory cells learn: what a programming pulse does to a cell's weight. An {@link mho.periphery.learning.UpdateLaw} is what a device
 * file says under {@code update}: the law of one pulse, and by how much cells and pulses differ. A
 * {@link mho.periphery.learning.CellPopulation} is the rows and columns of cells that obey it, drawn once from a seed, with their weights
 * in units in which the window of a device is about -1 to 1. Which pulses a learning rule asks for is not decided here.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.learning;
