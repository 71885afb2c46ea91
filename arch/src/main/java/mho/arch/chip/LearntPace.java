package mho.arch.chip;

/**
 * How long a layer that learns takes where its values are known; elsewhere a vector is read once, and updates take what the chip file
 * plans.
 *
 * @param slots of the pulse trains of an update, all phases, with those of transfers between cells that follow it, the mean
 * @param reads of a vector forward, repeats counted, the mean
 * @param readRounds reads for transfers behind an update, one after the other in an array, summed over its arrays, the mean
 * @param lineReads single lines read so, of which those of one weight's cells are read at once, the mean
 */
public record LearntPace(double slots, double reads, double readRounds, double lineReads) {}
