package mho.periphery.readout;

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
 * No number at all: each column's comparator meets a shared ramp, and the time until it does leaves as a pulse (Narayanan et al. 2021). All columns together, 2^bits units.
 */
@Kind("duration")
public record DurationOutput(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Resolution of the duration; the ramp takes 2^bits units")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(why = "a comparison a conversion") @Doc("Duration of one unit of the output") @Unit("s") double unit,
        @Scales(why = "a conversion costs what it cost; how many there are follows")
                @Doc("Whether it converts once per vector rather than in every phase")
                @Default("true")
                boolean once,
        @Doc("The ramp a core's columns share; its cost is per ramp") @Nullable RampGenerator generator,
        @Inline ConverterErrors transfer,
        @Inline Cost cost)
        implements Readout {

    @Override
    public int columnsPerConverter(int columns) {
        return 1;
    }

    @Override
    public int instances(int columns) {
        return columns;
    }

    @Override
    public double convertSeconds(int columnsPerConverter) {
        return (1L << bits) * unit;
    }

    @Override
    public double minimumPhaseSeconds() {
        return 0;
    }

    @Override
    public double conversionsPerSecond(double integrationSeconds) {
        return 1 / convertSeconds(1);
    }

    @Override
    public ResolvedFigures figures(Site site, double integrationSeconds) {
        double rate = conversionsPerSecond(integrationSeconds);
        AdcQuery query = new AdcQuery(bits, rate, site.of(cost).technology(), null);
        return AdcModels.RAMPS.resolve(cost, rate, query, site, null);
    }

    @Override
    public @Nullable ResolvedFigures sharedFigures(Site site) {
        return SharedRamp.figures(generator, bits, 1 / convertSeconds(1), site);
    }
}
