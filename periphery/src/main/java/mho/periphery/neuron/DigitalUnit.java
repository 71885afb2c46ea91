package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Clocked logic: shift-and-add, pooling, activation look-up, an adder tree. Pipelined: a new set of values every cycle, the result some cycles later. */
@Kind("digital")
public record DigitalUnit(
        @Scales(why = "figures are those of one unit") @Doc("Units of this kind, working side by side") @Default("1")
                int count,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock of the unit") @Unit("Hz") double clock,
        @Scales(area = ScalingLaw.LINEAR, why = "energy is that of one value; lanes side by side")
                @Doc("Values one unit takes in each cycle")
                @Default("1")
                int valuesPerCycle,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles from a value to its result")
                @Default("1")
                @Range(min = 1, max = 65536)
                int latencyCycles,
        @Scales(energy = ScalingLaw.RESTATE, area = ScalingLaw.RESTATE, why = "another circuit; the models are of each")
                @Untimed
                @Doc("Operation a value takes, for the models of digital arithmetic")
                @Nullable
                DigitalOperation operation,
        @Inline Cost cost)
        implements Neuron {

    /** Cycles that so many values keep the units busy. */
    public long cycles(long values) {
        long each = (long) count * valuesPerCycle;
        return (values + each - 1) / each;
    }

    @Override
    public boolean isAnalog() {
        return false;
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
    public NeuronResponse activation(NeuronFunction curve, double fullScale) {
        return curve.exact();
    }

    @Override
    public ResolvedFigures figures(Site site) {
        return DigitalModels.CATALOG.resolve(cost, valuesPerSecond(), new DigitalQuery(operation), site, null);
    }

    @Override
    public double valuesPerTurn() {
        return (double) count * valuesPerCycle;
    }

    @Override
    public Turn turn() {
        return Turn.ofClock(clock);
    }

    @Override
    public int latencyTurns() {
        return latencyCycles;
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
