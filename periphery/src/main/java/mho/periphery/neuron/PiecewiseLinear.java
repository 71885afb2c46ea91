package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.cost.Untimed;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * A neuron circuit that bends a duration or a charge along a few straight pieces (Narayanan et al., IBM J. R&D 61(4/5), 2017). Each serves one value at a time; as many values as circuits pass together.
 */
@Kind("piecewise-linear")
public record PiecewiseLinear(
        @Scales(why = "figures are those of one circuit") @Doc("Neuron circuits, working side by side") int count,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time one circuit takes for one value")
                @Unit("s")
                double delay,
        @Scales(energy = ScalingLaw.LINEAR, area = ScalingLaw.LINEAR, why = "one comparator a corner")
                @Untimed
                @Doc(
                        "Straight pieces that stand for a sigmoid or tanh; a ReLU needs one comparator. Absent: the function itself")
                @Range(min = 1, max = 1024)
                @Nullable
                Integer segments,
        @Scales(why = "values alone follow it")
                @Untimed
                @Doc(
                        "Gain of a comparator, full scale out over full scale in: it switches over 1 / gain of the full scale."
                                + " Absent: infinite")
                @Unit("1")
                @Nullable
                Double gain,
        @Inline Cost cost)
        implements Neuron {

    public PiecewiseLinear {
        if (gain != null && segments == null) {
            throw new IllegalArgumentException("gain is that of the segments' comparators; state segments with it");
        }
    }

    @Override
    public boolean isAnalog() {
        return true;
    }

    @Override
    public double busySeconds(long values) {
        long rounds = (values + count - 1) / count;
        return rounds * delay;
    }

    @Override
    public double latencySeconds() {
        return delay;
    }

    @Override
    public double valuesPerSecond() {
        return 1 / delay;
    }

    @Override
    public NeuronResponse activation(NeuronFunction curve, double fullScale) {
        if (segments == null) {
            return curve.exact();
        }
        return new PiecewiseResponse(curve, segments, gain == null ? 0 : fullScale / (2 * gain));
    }

    @Override
    public ResolvedFigures figures(Site site) {
        return DigitalModels.NONE.resolve(cost, valuesPerSecond(), new DigitalQuery(null), site, null);
    }

    @Override
    public double valuesPerTurn() {
        return count;
    }

    @Override
    public Turn turn() {
        return Turn.ofDelay(delay);
    }

    @Override
    public int latencyTurns() {
        return 1;
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
