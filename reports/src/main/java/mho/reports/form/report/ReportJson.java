package mho.reports.form.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import mho.arch.element.WriteOnce;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.reports.form.chip.SettingsText;
import mho.reports.medium.Json;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Limit;
import mho.reports.metrics.OpenLatency;
import mho.reports.metrics.Report;
import mho.reports.metrics.Steadiness;
import mho.reports.metrics.Totals;
import org.jspecify.annotations.Nullable;

/** {@code report.json}: everything in SI base units. */
public final class ReportJson {
    private static final String SCHEMA = "mho.report/2";

    private ReportJson() {}

    public static String of(Report report) {
        return Json.sealed(json -> json.put("schema", SCHEMA)
                .put("run", run -> write(run, report))
                .put("chip", chip -> write(chip, report.chip()))
                .put("totals", totals -> write(totals, report.totals()))
                .put("programming", programming -> write(programming, report.programming()))
                .putIf(report.values() != null, "values", values -> write(values, requireNonNull(report.values())))
                .putIf(
                        report.arrivals() != null,
                        "arrivals",
                        arrivals -> write(arrivals, requireNonNull(report.arrivals())))
                .putEach("layers", report.layers(), ReportJson::write)
                .putEach("components", report.components(), ReportJson::write));
    }

    private static void write(Json json, Report report) throws IOException {
        Report.RunFacts run = report.run();
        json.put("chip", run.chip())
                .put("network", run.network())
                .put("images", run.images())
                .put("seed", run.seed())
                .put("version", run.version())
                .put("config_sha256", run.configSha256())
                .putAll("remarks", run.remarks())
                .putAll("warnings", report.warnings());
    }

    private static void write(Json json, Report.ChipFacts chip) throws IOException {
        json.put("technology_m", chip.technologyM())
                .put("temperature_k", chip.temperatureK())
                .put("peak_ops_per_s", chip.peakOpsPerS())
                .put("peak_power_w", chip.peakPowerW())
                .put("area_m2", chip.areaM2())
                .put("tiles", chip.tiles())
                .put("arrays", chip.arrays())
                .put("buffer_bytes_per_s", chip.bufferBytesPerS())
                .put("network_bytes_per_s", chip.networkBytesPerS())
                .put("adc_bits_short", chip.adcBitsShort())
                .put("leakage_unstated", chip.leakageUnstated())
                .put("unsourced", chip.unsourced().size())
                .putAll("unsourced_figures", chip.unsourced())
                .putEach("set", chip.set(), SettingsText::write)
                .putAll("warnings", chip.warnings());
    }

    private static void write(Json json, Totals totals) throws IOException {
        Limit limit = totals.limit();
        Steadiness steadiness = totals.steadiness();
        json.put("ops", totals.ops())
                .put("latency_s", totals.latencyS())
                .put("stream_latency_s", steadiness.latencyS())
                .put("interval_s", totals.intervalS())
                .put("interval_steady", steadiness.steady())
                .put("interval_spread", steadiness.spread())
                .put("interval_from", steadiness.from())
                .put("interval_to", steadiness.to())
                .put("energy_j", totals.energyJ())
                .put("leakage_j", totals.leakageJ())
                .put("power_w", totals.powerW())
                .put("area_m2", totals.areaM2())
                .put("ops_per_s", totals.opsPerS())
                .put("ops_per_j", totals.opsPerJ())
                .put("ops_per_s_per_m2", totals.opsPerSPerM2())
                .put("rate_per", totals.ratePer())
                .put("edp_js", totals.edpJs())
                .put("utilization", totals.utilization())
                .put("chips", totals.chips())
                .put("tiles", totals.tiles())
                .put("arrays", totals.arrays())
                .put("bottleneck", limit.resource())
                .put("bottleneck_busy_s", limit.busyS())
                .put("bottleneck_utilization", limit.utilization())
                .putAll("bottleneck_layers", limit.layers());
    }

    private static void write(Json json, WriteOnce writing) throws IOException {
        json.put("cells", writing.cells())
                .putOrNull("pulses_per_cell", writing.pulses())
                .putOrNull("write_s", writing.seconds())
                .putOrNull("write_j", writing.joules())
                .putOrNull("verify_j", writing.verifyJoules())
                .putOrNull("life_used", writing.lifeUsed());
    }

    private static void write(Json json, Values values) throws IOException {
        json.put("images", values.images())
                .put("calibration", values.calibration())
                .put("calibration_data", values.calibrationData())
                .putOrNull("accuracy", values.accuracy())
                .putOrNull("accuracy_error", values.accuracyError())
                .putOrNull("float_accuracy", values.floatAccuracy())
                .put("agreement", values.agreement())
                .putOrNull("sqnr_db", finite(values.sqnrDb()))
                .put("network_inputs_clipped", values.inputsClipped());
    }

    private static void write(Json json, OpenLatency arrivals) throws IOException {
        json.put("process", arrivals.process())
                .put("images", arrivals.images())
                .putOrNull("rate_per_s", arrivals.perSecond())
                .putOrNull("offered_load", arrivals.load())
                .put("latency_min_s", arrivals.minS())
                .put("latency_mean_s", arrivals.meanS())
                .put("latency_p50_s", arrivals.p50S())
                .put("latency_p90_s", arrivals.p90S())
                .put("latency_p99_s", arrivals.p99S())
                .put("latency_p99_9_s", arrivals.p999S())
                .put("latency_max_s", arrivals.maxS());
    }

    private static void write(Json json, LayerValues values) throws IOException {
        json.putOrNull("sqnr_db", finite(values.sqnrDb()))
                .put("clipped", values.clipped())
                .put("saturated", values.saturated())
                .put("driver_inputs_clipped", values.inputsClipped())
                .put("outputs_clipped", values.outputsClipped())
                .put("input_activity", values.activity())
                .put("rows_driven", values.driven());
    }

    /** JSON has no infinity. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static void write(Json json, LayerRow layer) throws IOException {
        json.put("name", layer.name())
                .put("kind", layer.kind())
                .put("ops", layer.ops())
                .put("windows", layer.windows())
                .put("copies", layer.copies())
                .put("arrays", layer.arrays())
                .put("rows_left_out", layer.rowsLeftOut())
                .put("columns_left_out", layer.columnsLeftOut())
                .put("tiles", layer.tiles())
                .putOrNull("latency_s", layer.latencyS())
                .putOrNull("interval_s", layer.intervalS())
                .putOrNull("least_interval_s", layer.leastIntervalS())
                .put("energy_j", layer.energyJ())
                .put("ops_per_s", layer.opsPerS())
                .put("ops_per_j", layer.opsPerJ())
                .putOrNull("utilization", layer.utilization())
                .putOrNull("bottleneck", layer.bottleneck())
                .putOrNull("bottleneck_utilization", layer.bottleneckUtilization())
                .put("energy_by_component", energies -> {
                    for (Map.Entry<String, Double> part :
                            layer.energyByComponentJ().entrySet()) {
                        energies.put(part.getKey(), part.getValue());
                    }
                })
                .put("buffer_bytes", layer.bufferBytes())
                .put("network_bytes", layer.networkBytes())
                .putEach("inputs", layer.inputs(), ReportJson::write)
                .putIf(layer.values() != null, "values", values -> write(values, requireNonNull(layer.values())));
    }

    private static void write(Json json, LayerRow.Span span) throws IOException {
        json.put("start_s", span.startS()).put("finish_s", span.finishS());
    }

    private static void write(Json json, ComponentRow component) throws IOException {
        json.put("name", component.name())
                .put("instances", component.instances())
                .put("area_m2", component.areaM2())
                .put("energy_j", component.energyJ())
                .put("power_w", component.powerW())
                .put("sources", sources -> {
                    for (Map.Entry<String, String> one : component.sources().entrySet()) {
                        sources.put(one.getKey(), one.getValue());
                    }
                })
                .putEach("actions", component.actions(), ReportJson::write);
    }

    private static void write(Json json, ComponentRow.ActionRow action) throws IOException {
        json.put("action", action.action())
                .put("count", action.count())
                .put("energy_j", action.energyJ())
                .put("source", action.source());
    }
}
