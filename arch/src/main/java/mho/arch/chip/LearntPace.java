package mho.arch.chip;

/**
 * How long a layer that learns takes where its values are known; elsewhere a vector is read once, and updates take what the chip file
 * plans.
 *
 * @param slots of the pulse trains of an update, all phases, with those of transfers between cells that follow it, the mean
 * @param reads of a vector forward, repeats counted, the mean
 * @param lineReads reads of a single line for transfers behind an update, by all its arrays, the mean
 */
public record LearntPace(double slots, double reads, double lineReads) {}
