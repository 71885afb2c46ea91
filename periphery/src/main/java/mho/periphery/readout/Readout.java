package mho.periphery.readout;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** What turns a column's integrated charge into a number or a duration. Its action is one conversion of one column. */
public sealed interface Readout extends PricedPart
        permits Sar, Ramp, CurrentControlledOscillator, SenseAmplifier, DurationOutput, TimeToDigital {

    int bits();

    /** Whether it converts once per vector, the columns having accumulated all phases, rather than once in each phase. */
    boolean once();

    /** Columns one converter serves in turn, in a core with that many columns. */
    int columnsPerConverter(int columns);

    /** Converters in a core with that many columns. */
    int instances(int columns);

    /** What of it a core with that many columns cannot have; null where it fits. */
    default @Nullable Misfit misfit(int columns) {
        return null;
    }

    /** A figure that cannot be: its key, what is wrong with it, and the most it may be. */
    record Misfit(String key, String what, int most) {}

    /** Time one converter takes for the columns it serves, at the end of a phase (or of the vector, if {@link #once()}). */
    double convertSeconds(int columnsPerConverter);

    /** The shortest phase it can read; above zero only where it counts while the column integrates. */
    double minimumPhaseSeconds();

    /**
     * Conversions a second of one converter at full activity.
     *
     * @param integrationSeconds how long a column integrates before its conversion; matters to converters that run meanwhile
     */
    double conversionsPerSecond(double integrationSeconds);

    /**
     * How long it draws power for one conversion, where that is as long as the column integrates; null where a conversion costs the
     * same however long that is.
     */
    default @Nullable Double countingSeconds(double integrationSeconds) {
        return null;
    }

    /** Time of one bit of a conversion, where it may stop after any; null where a conversion is always whole. */
    default @Nullable Double stepSeconds() {
        return null;
    }

    /** What it does to a value besides rounding it. */
    ConverterErrors transfer();

    /** What it does to values. */
    default Conversion conversion() {
        return new Conversion(bits(), once(), transfer());
    }

    Cost cost();

    /**
     * Cost of one converter, per conversion.
     *
     * @param integrationSeconds how long a column integrates before its conversion; converters that run meanwhile draw power then
     */
    ResolvedFigures figures(Site site, double integrationSeconds);

    /** What a core's converters share, once per round of parallel conversions; null where each converter is complete in itself. */
    @Nullable
    ResolvedFigures sharedFigures(Site site);

    @Override
    default Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
