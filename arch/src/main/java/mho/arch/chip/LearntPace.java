package mho.arch.chip;

/**
 * How long a layer that learns takes where its values are known; elsewhere a vector is read once, and updates take what the chip file
 * plans.
 *
 * @param slots of the pulse trains of an update, all phases, the mean
 * @param reads of a vector forward, repeats counted, the mean
 */
public record LearntPace(double slots, double reads) {}
