package mho.periphery.readout;

import java.util.random.RandomGenerator;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** What stands between a column and its readout. Its action is one column in one phase. */
public sealed interface Integration extends PricedPart permits SampleAndHold, Integrator, Subtraction {

    /** Whether it keeps one sample for the readout while the column integrates the next. */
    boolean holds();

    /** Whether it hands on a sum as it came. */
    boolean exact();

    /** The part of a sum that is left after a time on the capacitor: e^(-t / tau). */
    double left(double seconds);

    /**
     * What it does to columns' sums until they are converted, in place: saturates, errs as it samples, droops.
     *
     * @param count of the values in {@code sums} that it keeps
     * @param fullScale the largest magnitude a sum can have
     * @param heldSeconds from the end of integration to the conversion
     * @param random where sampling errors are drawn, one for each value; untouched when there are none
     * @return how many saturated
     */
    long keep(float[] sums, int count, double fullScale, double heldSeconds, RandomGenerator random);

    Cost cost();

    /** Cost of one column's circuit, per phase. */
    ResolvedFigures figures(Site site, double phaseSeconds);

    @Override
    default Circuit circuit() {
        return Circuit.ANALOG;
    }
}
