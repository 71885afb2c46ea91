package mho.periphery.driver;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * Turns an input into a pulse as long as its value, and serves several rows in turn, each for a turn of 2^bits units and the time it takes to
 * begin anew: a phase is over when the last of them has had its pulse (Li et al., ISCA 2020). Rows that are not at turn rest.
 */
@Kind("digital-to-time")
public record DigitalToTime(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "counter and delay line grow by no law with a source")
                @Doc("Input bits one pulse carries")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "a finer delay line draws more by no law with a source")
                @Doc("Duration of one unit of the input")
                @Unit("s")
                double unit,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time from one row to the next, beyond the units")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double settling,
        @Scales(why = "figures are those of one converter") @Doc("Rows that share one converter, in turn") int rows,
        @Scales(why = "a row at rest is a phase that is not counted; one that is driven costs what it cost")
                @Doc(
                        "Rows whose digit of a phase is zero are not driven and cost their driver nothing; the number is the part of them until data say otherwise, and without it every row is driven")
                @Range(min = 0, max = 1)
                @Nullable
                Double skipZeros,
        @Inline Cost cost)
        implements Driver {

    private double turnSeconds() {
        return (1L << bits) * unit + settling;
    }

    @Override
    public int rowsPerDriver() {
        return rows;
    }

    @Override
    public int phases(int inputBits) {
        return PhaseCount.of(inputBits, bits);
    }

    @Override
    public boolean waitsForArray() {
        return false;
    }

    @Override
    public double phaseSeconds(double arrayReadSeconds) {
        return rows * Math.max(arrayReadSeconds, turnSeconds());
    }

    @Override
    public double conductionSeconds(double arrayReadSeconds) {
        return ((1L << bits) - 1) * unit;
    }

    @Override
    public Encoding encoding(int inputBits, boolean negative) {
        return Encoding.positional(inputBits, bits, negative, false, false, 1);
    }

    @Override
    public boolean costsByPulse() {
        return skipZeros != null;
    }

    @Override
    public Driver skipping(@Nullable Double zeros) {
        return new DigitalToTime(bits, unit, settling, rows, zeros, cost);
    }

    /** Of one converter; a stated power is drawn for every row's turn. */
    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        DriverQuery query = new DriverQuery(bits, phaseSeconds, null, null);
        return DriverModels.CATALOG.resolve(cost, rows / phaseSeconds, query, site, null);
    }
}
