package mho.reports.form.report;

import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.metrics.OpenLatency;
import mho.reports.metrics.Report;

/** How long inputs took that came from outside, where any did. */
final class ArrivalTable {
    private ArrivalTable() {}

    static String of(Report report, Terminal terminal) {
        OpenLatency arrivals = report.arrivals();
        if (arrivals == null) {
            return "";
        }
        return new TextTable("lw", "arrivals", "")
                        .row("inputs", TerminalText.plural(arrivals.images(), "input") + ", " + arrivals.process())
                        .row("offered load", load(arrivals))
                        .row(
                                "latency",
                                seconds(arrivals.meanS()) + " on average, " + seconds(arrivals.minS()) + " at least, "
                                        + seconds(arrivals.maxS()) + " at most")
                        .row(
                                "percentiles",
                                "p50 " + seconds(arrivals.p50S()) + ", p90 " + seconds(arrivals.p90S()) + ", p99 "
                                        + seconds(arrivals.p99S()) + ", p99.9 " + seconds(arrivals.p999S()))
                        .on(terminal)
                + terminal.paragraph(
                        "Latency of arrivals: from when an input comes to its last output, waiting included.\n"
                                + "Offered load: mean rate at which inputs come x interval.\n")
                + "\n";
    }

    private static String load(OpenLatency arrivals) {
        if (arrivals.load() == null || arrivals.perSecond() == null) {
            return "– (inputs that come all at once have no rate)";
        }
        return TerminalText.percent(arrivals.load()) + ": " + TerminalText.perSecond(arrivals.perSecond(), "inputs")
                + " x interval of the stream"
                + (arrivals.overloaded() ? "; the queue grows without end" : "");
    }

    private static String seconds(double seconds) {
        return TerminalText.of(seconds, "s");
    }
}
