package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** A kind of circuit that takes values and yields values; there are {@code count} of them, alike. */
public sealed interface Neuron extends PricedPart permits DigitalUnit, PiecewiseLinear {

    int count();

    /** How long all of them together are busy with so many values. */
    double busySeconds(long values);

    /** From a value going in to its result coming out. */
    double latencySeconds();

    /** Values a second of one instance at full activity. */
    double valuesPerSecond();

    /**
     * The function as this circuit computes it.
     *
     * @param fullScale of its input, to which the gain of an analog circuit refers
     */
    NeuronResponse activation(NeuronFunction curve, double fullScale);

    Cost cost();

    /** Cost of one instance, per value. */
    ResolvedFigures figures(Site site);

    /** What is made of a circuit elsewhere, kind by kind. */
    <T> T as(Kinds<T> kinds);

    /** An answer for every kind. */
    interface Kinds<T> {
        T digital(DigitalUnit unit);

        T piecewiseLinear(PiecewiseLinear circuits);
    }
}
