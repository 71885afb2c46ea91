package mho.periphery.neuron;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.NoGap;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * A circuit behind a column that bends its sum before it is converted, so that the converter reads an activation (Chi et al., ISCA 2016). It
 * takes a sum that is whole, and is passed by where a layer's sums are put together behind the converters, or its function is another. Its
 * action is one sum of one column.
 *
 * @param segments as those of {@link PiecewiseLinear}
 */
@NoGap
public record ColumnFunction(
        @Scales(why = "both curves are made of the same pieces")
                @Doc("The function it is built for: sigmoid or tanh, whose largest value is known")
                NeuronFunction function,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Settling between the end of a column's sum and its conversion")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double delay,
        @Scales(energy = ScalingLaw.LINEAR, area = ScalingLaw.LINEAR, why = "one comparator a corner")
                @Untimed
                @Doc("Straight pieces that stand for the function. Absent: the function itself")
                @Range(min = 1, max = 1024)
                @Nullable
                Integer segments,
        @Inline Cost cost)
        implements PricedPart {

    public ColumnFunction {
        if (function == NeuronFunction.RELU) {
            throw new IllegalArgumentException(
                    "function: a rectifier's values have no end to which a converter could be set; give sigmoid or tanh (function: sigmoid)");
        }
    }

    /** The least value there is. */
    public double lowest() {
        return function.of(Double.NEGATIVE_INFINITY);
    }

    /** The largest. */
    public double highest() {
        return function.of(Double.POSITIVE_INFINITY);
    }

    /** The function as the circuit computes it. */
    public NeuronResponse response() {
        return segments == null ? function.exact() : new PiecewiseResponse(function, segments, 0);
    }

    /** Cost of one column's circuit, per sum, at so many a second. */
    public ResolvedFigures figures(Site site, double sumsPerSecond) {
        return DigitalModels.NONE.resolve(cost, sumsPerSecond, new DigitalQuery(null), site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
