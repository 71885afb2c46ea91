package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;

/**
 * A neuron circuit that bends a duration or a charge along a few straight pieces (Narayanan et al., IBM J. R&D 61(4/5), 2017). Each serves one value at a time; as many values as circuits pass together.
 */
@Kind("piecewise-linear")
public record PiecewiseLinear(
        @Doc("Neuron circuits, working side by side") int count,
        @Doc("Time one circuit takes for one value") @Unit("s") double delay,
        @Inline Cost cost)
        implements Neuron {

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
    public Figures figures(Site site) {
        return DigitalModels.NONE.resolve(cost, valuesPerSecond(), new DigitalQuery(null), site, null);
    }
}
