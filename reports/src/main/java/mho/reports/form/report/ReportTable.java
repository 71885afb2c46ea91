package mho.reports.form.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.core.quantity.Shown;
import mho.reports.form.chip.LeakageText;
import mho.reports.form.chip.SettingsText;
import mho.reports.form.chip.UnsourcedText;
import mho.reports.form.chip.WarningText;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Limit;
import mho.reports.metrics.Metric;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;

/** A report for people: layer by layer, totals, the largest consumers, what limits the chip. */
public final class ReportTable {
    private static final int LARGEST = 5;

    private ReportTable() {}

    /**
     * The report as text.
     *
     * @param assumed how many figures of the chip are assumed rather than sourced
     */
    public static String of(Report report, int assumed, Terminal terminal) {
        return terminal.paragraph(headline(report))
                + remarks(report, terminal)
                + "\n"
                + layers(report.layers(), terminal)
                + "\n"
                + totals(report, terminal)
                + "\n"
                + ArrivalTable.of(report, terminal)
                + values(report, terminal)
                + consumers(report, terminal)
                + "\n"
                + notes(report, assumed, terminal);
    }

    private static String remarks(Report report, Terminal terminal) {
        return report.run().remarks().stream()
                .map(remark -> terminal.paragraph("note: " + Shown.plain(remark, 1000) + "\n"))
                .reduce("", String::concat);
    }

    private static String headline(Report report) {
        Report.RunFacts run = report.run();
        Totals totals = report.totals();
        Values values = report.values();
        String computed = values == null ? "" : " timed, " + values.images() + " computed";
        return run.network() + " on " + run.chip() + ", " + TerminalText.plural(run.images(), "input") + computed + ": "
                + TerminalText.plural(totals.chips(), "chip") + ", " + TerminalText.plural(totals.tiles(), "tile")
                + ", "
                + TerminalText.plural(totals.arrays(), "array") + " in use\n";
    }

    private static String layers(List<LayerRow> layers, Terminal terminal) {
        TextTable table = new TextTable(
                        "llrrrrrrrrrrl",
                        "layer",
                        "kind",
                        "windows",
                        "copies",
                        "arrays",
                        "tiles",
                        "work",
                        "latency",
                        "at least",
                        "energy",
                        "per watt",
                        "busy",
                        "bottleneck")
                .leavesOut("tiles", "copies", "windows", "kind", "arrays", "bottleneck", "work", "per watt", "busy");
        for (LayerRow layer : layers) {
            if (layer.isStatic()) {
                table.row(
                        layer.name(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        TerminalText.of(layer.energyJ(), "J"),
                        "",
                        "",
                        "");
            } else {
                table.row(
                        layer.name(),
                        layer.kind(),
                        TerminalText.count(layer.windows()),
                        TerminalText.count(layer.copies()),
                        TerminalText.count(layer.arrays()),
                        TerminalText.count(layer.tiles()),
                        TerminalText.ops(layer.ops()),
                        TerminalText.of(layer.latencyS(), "s"),
                        layer.leastIntervalS() == null ? "–" : TerminalText.of(layer.leastIntervalS(), "s"),
                        TerminalText.of(layer.energyJ(), "J"),
                        layer.ops() == 0 ? "–" : TerminalText.of(layer.opsPerJ(), "OP/s/W"),
                        TerminalText.percent(layer.utilization()),
                        layer.bottleneck() + " " + TerminalText.percent(layer.bottleneckUtilization()));
            }
        }
        return table.on(terminal);
    }

    private static String totals(Report report, Terminal terminal) {
        Totals totals = report.totals();
        boolean piped = totals.ratePer().equals("interval");
        return new TextTable("lw", "", "")
                .row("work", TerminalText.ops(totals.ops()) + " an input")
                .row(
                        "latency",
                        TerminalText.of(totals.latencyS(), "s")
                                + (piped
                                        ? " alone, "
                                                + TerminalText.of(
                                                        totals.steadiness().latencyS(), "s") + " in the stream"
                                        : ""))
                .row(
                        "interval",
                        piped
                                ? TerminalText.of(totals.intervalS(), "s") + ", "
                                        + TerminalText.perSecond(1 / totals.intervalS(), "inputs") + "; "
                                        + totals.steadiness().told()
                                : "– (one input ran alone; rates are per latency, leakage is over it)")
                .row(
                        "energy",
                        TerminalText.of(totals.energyJ(), "J") + " an input, "
                                + LeakageText.leakage(
                                        TerminalText.of(totals.leakageJ(), "J"),
                                        report.chip().leakageUnstated(),
                                        report.components().size()))
                .row("power", TerminalText.of(totals.powerW(), "W") + " on average, all chips in use")
                .row(
                        "rate",
                        TerminalText.of(totals.opsPerS(), "OP/s") + ", " + TerminalText.percent(totals.utilization())
                                + " of peak ("
                                + TerminalText.plural(totals.chips(), "chip") + " of "
                                + TerminalText.of(report.chip().peakOpsPerS(), "OP/s") + ")")
                .row("per watt", TerminalText.of(totals.opsPerJ(), "OP/s/W"))
                .row(
                        "per area",
                        TerminalText.density(totals.opsPerSPerM2()) + " on " + TerminalText.of(totals.areaM2(), "m2"))
                .row("energy x delay", TerminalText.of(Metric.ENERGY_DELAY, totals.edpJs()))
                .row("writing once", WritingText.told(report.programming(), TerminalText::of))
                .on(terminal);
    }

    /** What the arrays computed, where data were given. */
    private static String values(Report report, Terminal terminal) {
        Values values = report.values();
        if (values == null) {
            return "";
        }
        TextTable layers = new TextTable(
                        "lrrrrrrr",
                        "values",
                        "SQNR",
                        "clipped",
                        "saturated",
                        "driver inputs clipped",
                        "outputs clipped",
                        "mean input",
                        "rows driven")
                .leavesOut("rows driven", "mean input", "saturated");
        for (LayerRow layer : report.layers()) {
            LayerValues own = layer.values();
            if (own != null) {
                layers.row(
                        layer.name(),
                        decibels(own.sqnrDb()),
                        TerminalText.percent(own.clipped()),
                        TerminalText.percent(own.saturated()),
                        TerminalText.percent(own.inputsClipped()),
                        TerminalText.percent(own.outputsClipped()),
                        TerminalText.percent(own.activity()),
                        TerminalText.percent(own.driven()));
            }
        }
        TextTable answers = new TextTable("lw", "", "");
        if (values.accuracy() != null) {
            answers.row(
                    "accuracy",
                    TerminalText.percent(values.accuracy()) + " of " + TerminalText.plural(values.images(), "input")
                            + ", " + TerminalText.percent(values.floatAccuracy()) + " in floating point");
        } else {
            answers.row("accuracy", "not known: the data have no labels (--labels)");
        }
        answers.row("agreement", TerminalText.percent(values.agreement()) + " answers as in floating point");
        answers.row("SQNR", decibels(values.sqnrDb()) + " at the output");
        answers.row("network inputs clipped", TerminalText.percent(values.inputsClipped()));
        answers.row(
                "calibrated on",
                TerminalText.plural(values.calibration(), "other input") + " of " + values.calibrationData());
        return layers.on(terminal) + "\n" + answers.on(terminal) + "\n";
    }

    private static String decibels(double value) {
        return Double.isInfinite(value) ? "exact" : String.format(Locale.ROOT, "%.1f dB", value);
    }

    private static String consumers(Report report, Terminal terminal) {
        TextTable table = new TextTable("lrrb", "largest consumers", "energy", "share", "").leavesOut("");
        double all = report.totals().energyJ();
        report.components().stream()
                .sorted(Comparator.comparingDouble(ComponentRow::energyJ).reversed())
                .limit(LARGEST)
                .forEach(c -> table.row(
                        c.name(),
                        TerminalText.of(c.energyJ(), "J"),
                        TerminalText.percent(c.energyJ() / all),
                        terminal.bar(TerminalText.bar(c.energyJ() / all))));
        return table.on(terminal);
    }

    private static String notes(Report report, int assumed, Terminal terminal) {
        Limit limit = report.totals().limit();
        String limited = limit.layers().isEmpty()
                ? "Nothing limits it: no resource is ever busy.\n"
                : "What limits it: " + limit.resource() + ", busy " + TerminalText.of(limit.busyS(), "s")
                        + " for each input ("
                        + TerminalText.percent(limit.utilization()) + " of the time while in use), for "
                        + some(limit.layers()) + "." + limit.remedy() + "\n";
        String assumptions = assumed == 0
                ? ""
                : TerminalText.plural(assumed, "figure") + " of the chip " + (assumed == 1 ? "is" : "are")
                        + " assumed; `mho show` lists them with the reasoning.\n";
        return WarningText.of(report.chip().warnings(), terminal)
                + WarningText.ofRun(report.warnings(), terminal)
                + terminal.paragraph(limited)
                + terminal.paragraph(assumptions)
                + leftOut(report.chip().absent(), terminal)
                + UnsourcedText.of(report.chip().unsourced(), terminal)
                + SettingsText.sentence(report.chip().set(), terminal)
                + terminal.paragraph(
                        """
                An op is one multiply or add (a MAC is two; bias and activation not counted). Latency of a layer: first step of its
                first window to the end of its last, of one input with the chip to itself. At least: what an input keeps the
                layer's own arrays busy, so that no other can follow faster. Interval: between inputs that follow one another,
                steady. Energy: of one input, dynamic and leakage over the interval. Busy: of a layer's arrays (digital layers: of
                the bottleneck) while it is active. Bottleneck: the resource busy for most of that time.
                """)
                + terminal.paragraph(
                        report.values() == null
                                ? """
                Without data, cells are priced at the chip file's mean conductance and input activity; --data counts what inputs really drive.
                """
                                : """
                SQNR: energy of a layer's outputs in floating point over that of the deviation. Clipped: conversions beyond the
                converters' range. Saturated: integrations at their limit. Driver inputs clipped: beyond the drivers' codes; outputs,
                and network inputs: beyond the buffers'. Mean input: over the largest. Energy of cells and pulses follows the data.
                """);
    }

    private static String leftOut(List<String> absent, Terminal terminal) {
        return absent.isEmpty() ? "" : terminal.paragraph("Not in this chip: " + String.join(", ", absent) + ".\n");
    }

    private static String some(List<String> layers) {
        int shown = Math.min(3, layers.size());
        String names = String.join(", ", layers.subList(0, shown));
        return shown == layers.size() ? names : names + " and " + (layers.size() - shown) + " more";
    }
}
