package mho.periphery.device;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Measured distributions at several times. The programming error is the distribution at {@code from}; later the deviation from the target
 * is that of the table, interpolated between its rows. A cell keeps its programming error and gains an independent one, so that
 * variances add up to the table's; where the table has narrowed, nothing is gained and nothing lost.
 */
@Kind("table")
public record Relaxation(
        @Doc("When the programming error was measured") @Unit("s") @Range(min = 0) double from,
        @Doc("Whether the rows are interpolated in time or in its logarithm") @Default("logarithm") Axis interpolated,
        @Doc("Later measurements, in order of time") List<Row> rows,
        @Doc("What warmth does to it") @Nullable ThermalActivation activation)
        implements Drift {

    public enum Axis {
        TIME,
        LOGARITHM
    }

    /** The distribution at one time. */
    public record Row(
            @Doc("Time since programming") @Unit("s") double at,
            @Doc("Mean change since programming") @Nullable ConductanceLaw shift,
            @Doc("Standard deviation from the target, programming error included") ConductanceLaw deviation) {

        double shiftAt(double siemens) {
            return shift == null ? 0 : shift.at(siemens);
        }
    }

    public Relaxation {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rows in the table, give at least one later measurement");
        }
        double before = from;
        for (Row row : rows) {
            if (row.at() <= before) {
                throw new IllegalArgumentException("rows must be in order of time and later than \"from\"");
            }
            before = row.at();
        }
        if (interpolated == Axis.LOGARITHM && from == 0) {
            throw new IllegalArgumentException(
                    "from 0 s there is no logarithm of time, state a later \"from\" or interpolated: time");
        }
    }

    @Override
    public double until() {
        return rows.get(rows.size() - 1).at();
    }

    @Override
    public double aged(double target, double programmed, double programmingSigma, double seconds, double normal) {
        double sinceSigma = programmingSigma;
        double sinceShift = 0;
        double since = from;
        for (Row row : rows) {
            double sigma = Math.max(0, row.deviation().at(target));
            double shift = row.shiftAt(target);
            if (seconds <= row.at()) {
                double part = part(since, seconds, row.at());
                double now = sinceSigma + part * (sigma - sinceSigma);
                double gained = Math.sqrt(Math.max(0, now * now - programmingSigma * programmingSigma));
                return programmed + sinceShift + part * (shift - sinceShift) + gained * normal;
            }
            sinceSigma = sigma;
            sinceShift = shift;
            since = row.at();
        }
        throw new IllegalArgumentException("later than the last row, ask until() first");
    }

    private double part(double before, double now, double after) {
        return interpolated == Axis.TIME
                ? (now - before) / (after - before)
                : StrictMath.log(now / before) / StrictMath.log(after / before);
    }
}
