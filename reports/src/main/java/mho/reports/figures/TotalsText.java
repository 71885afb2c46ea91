package mho.reports.figures;

import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;

/** Where a line or a fact about the whole network tells more than a number with its unit. */
final class TotalsText {
    private TotalsText() {}

    static String work(Report report) {
        return TerminalText.ops(report.totals().ops()) + " an input";
    }

    static String workOnPage(Report report) {
        return PageText.of((double) report.totals().ops(), "OP") + " an input";
    }

    static String latency(Report report) {
        Totals.Times times = report.totals().times();
        return TerminalText.of(times.latencyS(), "s")
                + (times.piped()
                        ? " alone, " + TerminalText.of(times.steadiness().latencyS(), "s") + " in the stream"
                        : "");
    }

    static String interval(Report report) {
        Totals.Times times = report.totals().times();
        return times.piped()
                ? TerminalText.of(times.intervalS(), "s") + ", "
                        + TerminalText.perSecond(1 / times.intervalS(), "inputs") + sideBySide(report) + "; "
                        + times.steadiness().told()
                : "– (one input ran alone; rates are per latency, leakage is over it)";
    }

    /** What the chips that are left over add. */
    private static String sideBySide(Report report) {
        int networks = report.totals().inUse().networks();
        return networks == 1
                ? ""
                : ", "
                        + TerminalText.perSecond(
                                networks / report.totals().times().intervalS(), "inputs")
                        + " of the " + networks + " networks that the chips have room for";
    }

    static String intervalOnPage(Report report) {
        Totals.Times times = report.totals().times();
        return times.piped() ? PageText.of(times.intervalS(), "s") : "–";
    }

    static String perSecondOnPage(Report report) {
        Totals.Times times = report.totals().times();
        return times.piped()
                ? PageText.plain(1 / times.intervalS()) + " inputs/s; "
                        + times.steadiness().told()
                : "one input ran alone: rates and leakage are over its latency";
    }

    static String energy(Report report) {
        return TerminalText.of(report.totals().energy().totalJ(), "J") + " an input, "
                + leakage(report, TerminalText.of(report.totals().energy().leakageJ(), "J"));
    }

    static String leakageOnPage(Report report) {
        return leakage(report, PageText.of(report.totals().energy().leakageJ(), "J"));
    }

    private static String leakage(Report report, String sum) {
        return LeakageText.leakage(
                sum, report.chip().leakageUnstated(), report.components().size());
    }

    static String power(Report report) {
        return TerminalText.of(report.totals().energy().powerW(), "W") + " on average, all chips in use";
    }

    static String rate(Report report) {
        Totals totals = report.totals();
        return TerminalText.of(totals.rates().opsPerS(), "OP/s") + ", "
                + TerminalText.percent(totals.rates().utilization()) + " of peak ("
                + TerminalText.plural(totals.inUse().chips(), "chip") + " of "
                + TerminalText.of(report.chip().peak().opsPerS(), "OP/s") + ")";
    }

    static String perArea(Report report) {
        return TerminalText.density(report.totals().rates().opsPerSPerM2()) + " on "
                + TerminalText.of(report.totals().inUse().areaM2(), "m2");
    }

    static String areaOnPage(Report report) {
        Totals totals = report.totals();
        return PageText.plural(totals.inUse().chips(), "chip") + "; "
                + PageText.of(totals.rates().opsPerSPerM2() / 1e6, "OP/s") + "/mm²";
    }

    static String peakOnPage(Report report) {
        return "peak "
                + PageText.of(
                        report.chip().peak().opsPerS() * report.totals().inUse().chips(), "OP/s");
    }

    static String busyOnPage(Report report) {
        return "busy " + PageText.of(report.totals().limit().busyS(), "s") + " an input";
    }
}
