package mho.reports.form.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import mho.arch.machine.LayerValues;
import mho.reports.medium.Csv;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.metrics.ZeroSkipping;
import org.jspecify.annotations.Nullable;

/** {@code layers.csv} and {@code components.csv}: readable units, named in the head of each column. */
public final class ReportCsv {
    private static final MathContext DIGITS = new MathContext(12);

    private ReportCsv() {}

    /** One line a layer. */
    public static String layers(Report report) {
        List<String> head = new ArrayList<>(List.of(
                "layer",
                "kind",
                "ops",
                "windows",
                "copies",
                "arrays",
                "tiles",
                "latency_ns",
                "interval_ns",
                "least_interval_ns",
                "energy_pj",
                "tops",
                "tops_per_w",
                "utilization",
                "bottleneck",
                "bottleneck_utilization",
                "sqnr_db",
                "clipped",
                "saturated",
                "driver_inputs_clipped",
                "outputs_clipped",
                "input_activity"));
        if (report.zeros().leftOut()) {
            head.addAll(List.of("rows_left_out", "columns_left_out"));
        }
        if (report.zeros().areSkipped()) {
            head.add("row_phases_skipped");
        }
        return Csv.of(
                head,
                report.layers().stream()
                        .map(layer -> line(layer, report.zeros()))
                        .toList());
    }

    private static List<Object> line(LayerRow layer, ZeroSkipping zeros) {
        LayerValues values = layer.values();
        List<Object> line = new ArrayList<>(List.of(
                layer.name(),
                layer.kind(),
                layer.ops(),
                layer.windows(),
                layer.copies(),
                layer.arrays(),
                layer.tiles(),
                scaled(layer.latencyS(), 9),
                scaled(layer.intervalS(), 9),
                scaled(layer.leastIntervalS(), 9),
                scaled(layer.energyJ(), 12),
                scaled(layer.opsPerS(), -12),
                scaled(layer.opsPerJ(), -12),
                scaled(layer.utilization(), 0),
                layer.bottleneck() == null ? "" : layer.bottleneck(),
                scaled(layer.bottleneckUtilization(), 0),
                values == null || Double.isInfinite(values.sqnrDb()) ? "" : scaled(values.sqnrDb(), 0),
                values == null ? "" : scaled(values.clipped(), 0),
                values == null ? "" : scaled(values.saturated(), 0),
                values == null ? "" : scaled(values.inputsClipped(), 0),
                values == null ? "" : scaled(values.outputsClipped(), 0),
                values == null ? "" : scaled(values.activity(), 0)));
        if (zeros.leftOut()) {
            line.addAll(List.of(layer.rowsLeftOut(), layer.columnsLeftOut()));
        }
        if (zeros.areSkipped()) {
            line.add(scaled(zeros.skipped(layer), 0));
        }
        return line;
    }

    /** One line for each action of a component that a layer causes. */
    public static String components(Report report) {
        List<String> head = List.of("layer", "component", "action", "count", "energy_pj", "source");
        return Csv.of(
                head,
                report.entries().stream()
                        .map(e -> List.<Object>of(
                                e.layer(),
                                e.component(),
                                e.action(),
                                scaled(e.count(), 0),
                                scaled(e.energyJ(), 12),
                                source(report, e)))
                        .toList());
    }

    /** Of the action's price. */
    private static String source(Report report, Report.Entry entry) {
        return report.components().stream()
                .filter(part -> part.name().equals(entry.component()))
                .flatMap(part -> part.actions().stream())
                .filter(action -> action.action().equals(entry.action()))
                .findFirst()
                .orElseThrow()
                .source();
    }

    /** Times a power of ten, to twelve digits; empty where there is no figure. */
    private static String scaled(@Nullable Double si, int power) {
        if (si == null || si == 0 || !Double.isFinite(si)) {
            return si == null || si != 0 ? "" : "0";
        }
        return new BigDecimal(si)
                .scaleByPowerOfTen(power)
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
