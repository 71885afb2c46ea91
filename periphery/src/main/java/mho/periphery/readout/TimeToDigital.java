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
 * Counts how long a column's charge takes to reach a comparator's threshold (Li et al., ISCA 2020). One counter serves several columns in
 * turn, each for a whole turn of 2^bits units and the time it takes to begin anew.
 */
@Kind("time-to-digital")
public record TimeToDigital(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Resolution; a conversion takes 2^bits units")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "a finer delay line draws more by no law with a source")
                @Doc("Duration of one unit that it counts")
                @Unit("s")
                double unit,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time from one column to the next, beyond the units")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double settling,
        @Scales(why = "figures are those of one converter") @Doc("Columns that share one converter, in turn")
                int columns,
        @Scales(why = "a conversion costs what it cost; how many there are follows")
                @Doc("Whether it converts once per vector rather than in every phase")
                @Default("false")
                boolean once,
        @Inline ConverterErrors transfer,
        @Inline Cost cost)
        implements Readout {

    private double seconds() {
        return (1L << bits) * unit + settling;
    }

    @Override
    public int columnsPerConverter(int coreColumns) {
        return Math.min(columns, coreColumns);
    }

    @Override
    public int instances(int coreColumns) {
        return (coreColumns + columns - 1) / columns;
    }

    @Override
    public @Nullable Misfit misfit(int coreColumns) {
        return columns <= coreColumns
                ? null
                : new Misfit(
                        "columns",
                        "%d columns share one converter, and a core has %d".formatted(columns, coreColumns),
                        coreColumns);
    }

    @Override
    public double convertSeconds(int columnsPerConverter) {
        return columnsPerConverter * seconds();
    }

    @Override
    public double minimumPhaseSeconds() {
        return 0;
    }

    @Override
    public double conversionsPerSecond(double integrationSeconds) {
        return 1 / seconds();
    }

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
