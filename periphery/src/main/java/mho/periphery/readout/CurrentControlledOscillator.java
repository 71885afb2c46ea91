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
 * An oscillator per column whose frequency follows the column's current, and a counter of its turns (HERMES). It counts while the column integrates, across all phases of a vector, so a conversion
 * adds only the time to read the counters out. Its fastest turn is one least significant bit, so a phase cannot be shorter than 2^bits of them.
 */
@Kind("cco")
public record CurrentControlledOscillator(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Resolution")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(energy = ScalingLaw.RESTATE, why = "a faster oscillator is another circuit")
                @Doc("Fastest turn of the oscillator; a phase takes at least 2^bits of them")
                @Unit("s")
                double lsb,
        @Scales(why = "by the seconds it counts, which follow from it")
                @Doc("Time to settle and read out the counters after integration")
                @Unit("s")
                @Range(min = 0)
                double drain,
        @Scales(why = "by the seconds it counts, which follow from it")
                @Doc("Whether it is read once per vector rather than in every phase")
                @Default("true")
                boolean once,
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
        return drain;
    }

    @Override
    public double minimumPhaseSeconds() {
        return (1L << bits) * lsb;
    }

    /** It counts throughout the integration, then is read. */
    @Override
    public double conversionsPerSecond(double integrationSeconds) {
        return 1 / (integrationSeconds + drain);
    }

    @Override
    public Double countingSeconds(double integrationSeconds) {
        return integrationSeconds + drain;
    }

    /** Its power is drawn while it counts and is read. */
    @Override
    public ResolvedFigures figures(Site site, double integrationSeconds) {
        double rate = conversionsPerSecond(integrationSeconds);
        AdcQuery query = new AdcQuery(bits, rate, site.of(cost).technology(), null);
        return AdcModels.CATALOG.resolve(cost, rate, query, site, null);
    }

    @Override
    public @Nullable ResolvedFigures sharedFigures(Site site) {
        return null;
    }
}
