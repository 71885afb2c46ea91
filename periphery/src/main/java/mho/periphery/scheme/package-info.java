/**
 * How arrays learn: which pulses a change of weights becomes. An {@link mho.periphery.scheme.UpdateScheme} is what a chip file says of it;
 * {@link mho.periphery.scheme.LearningCells} is a matrix of weights that learns so, with the cells that hold it
 * ({@link mho.periphery.learning.CellPopulation}) and what learning has asked of lines, cells and digital circuits
 * ({@link mho.periphery.scheme.UpdateCounts}). {@link mho.periphery.scheme.ComposedWeight} says of how many cells a weight is made, and
 * {@link mho.periphery.scheme.LearningReads} how weights are read while they learn, forward and in reverse.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.scheme;
