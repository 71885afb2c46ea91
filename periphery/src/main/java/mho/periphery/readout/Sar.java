package mho.periphery.readout;

import static java.util.Objects.requireNonNull;

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

/** Successive-approximation converters, each shared by many columns and taking them one after the other. */
@Kind("sar")
public record Sar(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Resolution")
                @Range(min = 1, max = 24)
                int bits,
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Conversions a second of one converter; or its bit-time, from which it follows")
                @Unit("S/s")
                @Nullable
                Double rate,
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "no law holds for converters of all kinds; the models are")
                @Doc("Time of one bit of a conversion, which takes bits times as long; instead of rate")
                @Unit("s")
                @Range(max = 1)
                @Nullable
                Double bitTime,
        @Scales(why = "figures are those of one converter")
                @Doc("Converters in a core; one for each column where it is not stated")
                @Nullable
                Integer count,
        @Scales(why = "a conversion costs what it cost; how many there are follows")
                @Doc("Whether it converts once per vector rather than in every phase")
                @Default("false")
                boolean once,
        @Scales(why = "for a model alone")
                @Doc("Resistance seen into a column, for model neurosim-sar")
                @Unit("Ohm")
                @Nullable
                Double columnResistance,
        @Inline ConverterErrors transfer,
        @Inline Cost cost)
        implements Readout {

    public Sar {
        if ((rate == null) == (bitTime == null)) {
            throw new IllegalArgumentException(
                    rate == null
                            ? "a sar converter needs a rate (rate: 1.28 GS/s) or a bit-time (bit-time: 0.1 ns)"
                            : "rate and bit-time are both stated, keep one (an inherited one is dropped by writing null)");
        }
    }

    private double samplesPerSecond() {
        return rate != null ? rate : 1 / (bits * requireNonNull(bitTime));
    }

    @Override
    public int columnsPerConverter(int columns) {
        return count == null ? 1 : (columns + count - 1) / count;
    }

    @Override
    public int instances(int columns) {
        return count == null ? columns : count;
    }

    @Override
    public @Nullable Misfit misfit(int columns) {
        return count == null || count <= columns
                ? null
                : new Misfit(
                        "count",
                        "%d converters for the %d columns of a core: some would have none to convert"
                                .formatted(count, columns),
                        columns);
    }

    @Override
    public double convertSeconds(int columnsPerConverter) {
        return columnsPerConverter / samplesPerSecond();
    }

    @Override
    public double minimumPhaseSeconds() {
        return 0;
    }

    @Override
    public @Nullable Double stepSeconds() {
        return bitTime;
    }

    @Override
    public double conversionsPerSecond(double integrationSeconds) {
        return samplesPerSecond();
    }

    @Override
    public ResolvedFigures figures(Site site, double integrationSeconds) {
        AdcQuery query = new AdcQuery(bits, samplesPerSecond(), site.of(cost).technology(), columnResistance);
        return AdcModels.CATALOG.resolve(cost, samplesPerSecond(), query, site, null);
    }

    @Override
    public @Nullable ResolvedFigures sharedFigures(Site site) {
        return null;
    }
}
