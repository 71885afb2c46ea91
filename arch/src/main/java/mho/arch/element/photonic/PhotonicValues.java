package mho.arch.element.photonic;

import mho.arch.element.ElementState;
import mho.arch.element.ElementValues;
import org.jspecify.annotations.Nullable;

/**
 * What light does to values: weights are what rings or interferometers with errors make of them, and every diode adds noise to every turn. What
 * is neither set nor detected with an error is an exact sum.
 *
 * @param rows of an array, in the light at once
 * @param columns of the same
 * @param weighing null where weights become light as values do
 * @param noise standard deviation of a turn's sum, over the light of one row that loses nothing
 */
record PhotonicValues(int inputBits, int weightBits, int rows, int columns, @Nullable Weighing weighing, double noise)
        implements ElementValues {

    @Override
    public ElementState state(double readSeconds, long seed) {
        return new PhotonicState(this, seed);
    }
}
