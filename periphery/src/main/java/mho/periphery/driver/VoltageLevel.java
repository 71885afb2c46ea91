package mho.periphery.driver;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Applies several input bits at once as one of 2^bits voltages, held for one array read: a digital-to-analog converter per row (PRIME). */
@Kind("voltage-level")
public record VoltageLevel(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "published converters differ; mnsim-series is a model of it")
                @Doc("Input bits applied in one phase, as one of 2^bits voltages")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(why = "a row at rest is a phase that is not counted; one that is driven costs what it cost")
                @Doc(
                        "Rows whose digit of a phase is zero are not driven and cost their driver nothing; the number is the part of them until data say otherwise, and without it every row is driven")
                @Range(min = 0, max = 1)
                @Nullable
                Double skipZeros,
        @Inline Cost cost)
        implements Driver {

    @Override
    public int phases(int inputBits) {
        return PhaseCount.of(inputBits, bits);
    }

    @Override
    public boolean waitsForArray() {
        return true;
    }

    @Override
    public double phaseSeconds(double arrayReadSeconds) {
        return arrayReadSeconds;
    }

    @Override
    public double conductionSeconds(double arrayReadSeconds) {
        return arrayReadSeconds;
    }

    /** As {@link BitSerial}; one bit has one voltage, so the cell's curve does not matter to it. */
    @Override
    public Encoding encoding(int inputBits, boolean negative) {
        return Encoding.positional(inputBits, bits, negative, true, bits > 1, 1);
    }

    @Override
    public boolean costsByPulse() {
        return skipZeros != null;
    }

    @Override
    public Driver skipping(@Nullable Double zeros) {
        return new VoltageLevel(bits, zeros, cost);
    }

    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        DriverQuery query = new DriverQuery(bits, phaseSeconds, null, null);
        return DriverModels.CATALOG.resolve(cost, 1 / phaseSeconds, query, site, null);
    }
}
