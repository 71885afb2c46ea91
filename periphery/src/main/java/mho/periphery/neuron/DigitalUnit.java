package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Clocked logic: shift-and-add, pooling, activation look-up, an adder tree. Pipelined: a new set of values every cycle, the result some cycles later. */
@Kind("digital")
public record DigitalUnit(
        @Doc("Units of this kind, working side by side") @Default("1") int count,
        @Doc("Clock of the unit") @Unit("Hz") double clock,
        @Doc("Values one unit takes in each cycle") @Default("1") int valuesPerCycle,
        @Doc("Cycles from a value to its result") @Default("1") int latencyCycles,
        @Untimed @Doc("Operation a value takes, for the models of digital arithmetic") @Nullable Operation operation,
        @Inline Cost cost)
        implements Neuron {

    /** Cycles that so many values keep the units busy. */
    public long cycles(long values) {
        long each = (long) count * valuesPerCycle;
        return (values + each - 1) / each;
    }

    @Override
    public double busySeconds(long values) {
        return cycles(values) / clock;
    }

    @Override
    public double latencySeconds() {
        return latencyCycles / clock;
    }

    @Override
    public double valuesPerSecond() {
        return clock * valuesPerCycle;
    }

    /** Exact: the precision of its results is that of the values stored. */
    @Override
    public Activation activation(Curve curve, double fullScale) {
        return curve.exact();
    }

    @Override
    public Figures figures(Site site) {
        return DigitalModels.CATALOG.resolve(cost, valuesPerSecond(), new DigitalQuery(operation), site, null);
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
        return kinds.digital(this);
    }
}
