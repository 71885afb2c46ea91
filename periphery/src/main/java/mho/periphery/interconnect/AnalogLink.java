package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.NoGap;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/**
 * A way on which values stay voltages: from the columns of arrays, whose currents are added where they meet, through amplifiers that
 * follow their input, to the rows of other arrays (Liu et al., DAC 2015; Guo et al., IEDM 2017). Nothing on it stores, so whoever computes waits
 * for all of it to settle. Its action is one value through one amplifier.
 *
 * <pre>
 * time    hops delay + summing, beside what converters at its two ends and the arrays take
 * value   v + sqrt(hops) error V n,  V the largest value, n of a normal distribution
 * </pre>
 */
@NoGap
public record AnalogLink(
        @Scales(why = "it sets times; a value through an amplifier costs what it cost")
                @Doc("From a code to a steady voltage, of the converter of a value that comes in digitally")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double input,
        @Scales(why = "it sets times; a value through an amplifier costs what it cost")
                @Doc("Settling of one amplifier and the line behind it")
                @Unit("s")
                @Range(max = 1)
                double delay,
        @Scales(why = "figures are those of one amplifier; how many a value passes is counted")
                @Doc("Amplifiers on the longest way from one array to another, for which all wait")
                @Default("1")
                @Range(min = 1, max = 1024)
                int hops,
        @Scales(why = "it sets times; a value through an amplifier costs what it cost")
                @Doc("Settling of the sum where columns of several arrays meet")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double summing,
        @Scales(why = "values alone follow it")
                @Doc("Error of a value behind one amplifier, one standard deviation as a part of the largest value")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double error,
        @Inline Cost cost)
        implements PricedPart {

    /** On the way from one array to another, the meeting of columns included. */
    public double waySeconds() {
        return hops * delay + summing;
    }

    /** Standard deviation of a value at the end of the way, as a part of the largest: errors of amplifiers are independent. */
    public double errorOnTheWay() {
        return Math.sqrt(hops) * error;
    }

    /** Cost of one amplifier, per value. */
    public ResolvedFigures figures(Site site) {
        return WireModels.CATALOG.resolve(cost, 1 / delay, new WireQuery(null, null), site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
