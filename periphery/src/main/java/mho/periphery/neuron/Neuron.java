package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** A kind of circuit that takes values and yields values; there are {@code count} of them, alike. */
public sealed interface Neuron extends PricedPart permits DigitalUnit, PiecewiseLinear {

    int count();

    /** Whether it takes values as currents or voltages; a digital one takes codes. */
    boolean isAnalog();

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

    /** Values that all of them together take at once. */
    double valuesPerTurn();

    /** When they take the next ones. */
    Turn turn();

    /** Turns from a value going in to its result coming out. */
    int latencyTurns();

    /**
     * From values to values.
     *
     * @param figure clock in hertz, or time in seconds
     * @param key of the chip file that states it
     */
    record Turn(double figure, boolean isClock, String key) {
        static Turn ofClock(double hertz) {
            return new Turn(hertz, true, "clock");
        }

        static Turn ofDelay(double seconds) {
            return new Turn(seconds, false, "delay");
        }
    }
}
