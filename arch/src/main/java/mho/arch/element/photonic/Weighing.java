package mho.arch.element.photonic;

import java.util.random.RandomGenerator;

/** What holds the weights of an array in the way of its light; one setting for as long as weights stand. */
public sealed interface Weighing permits Rings, Interferometers {

    /** Rings or interferometers of an array. */
    long parts(int rows, int columns);

    /** Phases that are set in an array, those of attenuators beside. */
    long phases(int rows, int columns);

    /** Columns among which the light of a row is split. */
    int split(int columns);

    /** Rings or interferometers that light passes on its way through an array. */
    int passed(int rows, int columns);

    /**
     * What weights have become.
     *
     * @param wanted [row][column], codes of weights
     * @param largest code there can be
     * @param random errors of this array
     */
    float[][] set(float[][] wanted, int largest, RandomGenerator random);

    /** Weight, in codes, of a row whose light reaches a diode without loss: what noise of diodes is in proportion to. */
    double brightest(float[][] wanted, int largest);
}
