package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * A memory's sense amplifier reconfigured as a converter (PRIME): one per n columns, a comparison step for each bit. Its stated energy is that of one step, so a conversion costs bits of them.
 */
@Kind("sense-amplifier")
public record SenseAmplifier(
        @Scales(why = "energy is one comparison step")
                @Doc("Resolution; each bit takes one step")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Time of one comparison step") @Unit("s")
                double step,
        @Scales(why = "figures are those of one amplifier") @Doc("Columns that share one amplifier") int columns,
        @Scales(why = "a conversion costs what it cost; how many there are follows")
                @Doc("Whether it converts once per vector rather than in every phase")
                @Default("false")
                boolean once,
        @Inline ConverterErrors transfer,
        @Inline Cost cost)
        implements Readout {

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
                        "%d columns share one amplifier, and a core has %d".formatted(columns, coreColumns),
                        coreColumns);
    }

    @Override
    public double convertSeconds(int columnsPerConverter) {
        return (double) columnsPerConverter * bits * step;
    }

    @Override
    public double minimumPhaseSeconds() {
        return 0;
    }

    @Override
    public Double stepSeconds() {
        return step;
    }

    @Override
    public double conversionsPerSecond(double integrationSeconds) {
        return 1 / (bits * step);
    }

    @Override
    public ResolvedFigures figures(Site site, double integrationSeconds) {
        double rate = conversionsPerSecond(integrationSeconds);
        AdcQuery query = new AdcQuery(bits, rate, site.of(cost).technology(), null);
        if (cost.energy() == null && cost.power() == null) {
            return AdcModels.CATALOG.resolve(cost, rate, query, site, null);
        }
        ResolvedFigures oneStep = AdcModels.CATALOG.resolve(cost, 1 / step, query, site, null);
        return oneStep.withEnergyJ(bits * oneStep.energyJ());
    }

    @Override
    public @Nullable ResolvedFigures sharedFigures(Site site) {
        return null;
    }
}
