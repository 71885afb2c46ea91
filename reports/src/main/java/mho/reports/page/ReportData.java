package mho.reports.page;

import java.io.IOException;
import java.util.Map;
import mho.arch.machine.LayerValues;
import mho.reports.medium.Json;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** What the charts of a report are drawn from, as report.js reads it. */
final class ReportData {
    private static final String STATIC_ACTION = "static";

    private ReportData() {}

    static ChartData of(Report report) {
        int chips = report.totals().chips();
        return ChartData.of(json -> json.put(
                        "run", run -> run.put("rate", report.totals().opsPerS()))
                .put("peak", peak -> peak.put("ops", chips * report.chip().peakOpsPerS())
                        .put("buffer", chips * report.chip().bufferBytesPerS())
                        .put("network", chips * report.chip().networkBytesPerS()))
                .putEach(
                        "layers",
                        report.layers().stream()
                                .filter(layer -> !layer.isStatic())
                                .toList(),
                        ReportData::write)
                .putEach("components", report.components(), ReportData::write));
    }

    private static void write(Json json, LayerRow layer) throws IOException {
        json.put("name", layer.name())
                .put("ops", layer.ops())
                .put("windows", layer.windows())
                .put("copies", layer.copies())
                .putOrNull("latency", layer.latencyS())
                .putOrNull("interval", layer.leastIntervalS())
                .put("energy", layer.energyJ())
                .put("rate", layer.opsPerS())
                .putOrNull("utilization", layer.utilization())
                .putOrNull("bottleneck", layer.bottleneck())
                .putOrNull("bottleneckUtilization", layer.bottleneckUtilization())
                .put("buffer", layer.bufferBytes())
                .put("network", layer.networkBytes())
                .put("parts", parts -> {
                    for (Map.Entry<String, Double> part :
                            layer.energyByComponentJ().entrySet()) {
                        parts.put(part.getKey(), part.getValue());
                    }
                })
                .putEach("inputs", layer.inputs(), (span, at) -> span.put("start", at.startS())
                        .put("finish", at.finishS()));
        LayerValues values = layer.values();
        if (values != null) {
            json.put("values", of -> of.putOrNull("sqnr", Double.isFinite(values.sqnrDb()) ? values.sqnrDb() : null)
                    .put("clipped", values.clipped())
                    .put("saturated", values.saturated())
                    .put("driverInputsClipped", values.inputsClipped())
                    .put("outputsClipped", values.outputsClipped())
                    .put("input", values.activity())
                    .put("driven", values.driven()));
        }
    }

    private static void write(Json json, ComponentRow part) throws IOException {
        double leakageJ = part.actions().stream()
                .filter(action -> action.action().equals(STATIC_ACTION))
                .mapToDouble(ComponentRow.ActionRow::energyJ)
                .sum();
        json.put("name", part.name())
                .put("area", part.areaM2())
                .put("energy", part.energyJ())
                .put("leakage", leakageJ);
    }
}
