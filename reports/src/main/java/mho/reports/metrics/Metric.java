package mho.reports.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import mho.arch.machine.Values;
import org.jspecify.annotations.Nullable;

/** A figure of a whole run that design points are judged by. SI base units; the key carries the unit. */
public enum Metric {
    LATENCY("latency_s", "latency", "s", r -> r.totals().latencyS()),
    STREAM_LATENCY("stream_latency_s", "latency in the stream", "s", r -> r.totals()
            .steadiness()
            .latencyS()),
    INTERVAL("interval_s", "interval", "s", r -> r.totals().intervalS()),
    ENERGY("energy_j", "energy", "J", r -> r.totals().energyJ()),
    LEAKAGE("leakage_j", "leakage", "J", r -> r.totals().leakageJ()),
    AREA("area_m2", "area in use", "m2", r -> r.totals().areaM2()),
    RATE("ops_per_s", "rate", "op/s", r -> r.totals().opsPerS()),
    PER_JOULE("ops_per_j", "ops per joule", "op/J", r -> r.totals().opsPerJ()),
    PER_AREA("ops_per_s_per_m2", "rate per area", "op/s/m2", r -> r.totals().opsPerSPerM2()),
    ENERGY_DELAY("edp_js", "energy x latency", "J s", r -> r.totals().edpJs()),
    UTILIZATION("utilization", "utilization", "", r -> r.totals().utilization()),
    CHIPS("chips", "chips in use", "", r -> (double) r.totals().chips()),
    TILES("tiles", "tiles in use", "", r -> (double) r.totals().tiles()),
    ARRAYS("arrays", "arrays in use", "", r -> (double) r.totals().arrays()),
    PEAK("peak_ops_per_s", "peak rate of a chip", "op/s", r -> r.chip().peakOpsPerS()),
    POWER("power_w", "average power", "W", r -> r.totals().powerW()),
    PEAK_POWER("peak_power_w", "full power of a chip", "W", r -> r.chip().peakPowerW()),
    ADC_BITS_SHORT(
            "adc_bits_short", "converter bits short", "", r -> (double) r.chip().adcBitsShort()),
    WRITE_TIME("write_s", "time to write all weights", "s", r -> r.programming().seconds()),
    WRITE_ENERGY(
            "write_j", "energy to write all weights", "J", r -> r.programming().joules()),
    LIFE_USED("life_used", "part of a cell's life that writing takes", "", r -> r.programming()
            .lifeUsed()),
    ACCURACY("accuracy", "accuracy", "", r -> of(r, Values::accuracy)),
    ACCURACY_ERROR("accuracy_error", "standard error of the accuracy", "", r -> of(r, Values::accuracyError)),
    FLOAT_ACCURACY("float_accuracy", "accuracy in floating point", "", r -> of(r, Values::floatAccuracy)),
    AGREEMENT("agreement", "agreement with floating point", "", r -> of(r, Values::agreement)),
    SQNR("sqnr_db", "SQNR", "dB", r -> of(r, Values::sqnrDb));

    private final String key;
    private final String label;
    private final String unit;
    private final Function<Report, @Nullable Double> of;

    Metric(String key, String label, String unit, Function<Report, @Nullable Double> of) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.of = of;
    }

    /** As in report.json and as a column of points.csv. */
    public String key() {
        return key;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** SI base unit; empty where it has none. */
    public String unit() {
        return unit;
    }

    /** Whether it is a part of one, which people read in percent. */
    public boolean isPart() {
        return this == UTILIZATION
                || this == ACCURACY
                || this == ACCURACY_ERROR
                || this == FLOAT_ACCURACY
                || this == AGREEMENT;
    }

    /** Null where the run has no such figure: no data, no labels, or nothing that deviates. */
    public @Nullable Double of(Report report) {
        return of.apply(report);
    }

    /** Of a key that there is. */
    public static Metric named(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equals(key))
                .findAny()
                .orElseThrow();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Metric::key).toList();
    }

    private static @Nullable Double of(Report report, Function<Values, @Nullable Double> figure) {
        Values values = report.values();
        if (values == null) {
            return null;
        }
        Double found = figure.apply(values);
        return found == null || found.isInfinite() || found.isNaN() ? null : found;
    }
}
