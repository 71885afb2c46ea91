package mho.reports.metrics;

import java.util.Locale;

/**
 * What holds of every report, whatever the chip and the network: inputs follow no faster than the busiest resource allows, nothing is busier
 * than always, and the parts add up. A report that breaks one is not shown.
 */
final class Invariants {
    private static final double ROUNDING = 1e-9;

    private final Report report;

    private Invariants(Report report) {
        this.report = report;
    }

    /** The report itself; throws {@link IllegalStateException}, a mistake in mho, where something does not hold. */
    static Report checked(Report report) {
        FiniteFigures.check(report);
        Invariants invariants = new Invariants(report);
        invariants.inputsFollowNoFasterThanTheBusiestAllows();
        invariants.nothingIsBusierThanAlways();
        invariants.partsAddUp();
        return report;
    }

    private void inputsFollowNoFasterThanTheBusiestAllows() {
        Totals totals = report.totals();
        atMost(
                "the busy time of " + totals.limit().resource(),
                totals.limit().busyS(),
                "the interval",
                totals.times().intervalS());
        for (LayerRow layer : report.layers()) {
            LayerRow.Times times = layer.times();
            if (times != null && times.leastIntervalS() != null) {
                atMost(
                        "the least interval of " + layer.name(),
                        times.leastIntervalS(),
                        "the interval",
                        totals.times().intervalS());
            }
        }
    }

    private void nothingIsBusierThanAlways() {
        for (LayerRow layer : report.layers()) {
            if (layer.use() != null) {
                atMost("the utilization of " + layer.name(), layer.use().utilization(), "always", 1);
            }
        }
        atMost("the utilization of the network", report.totals().rates().utilization(), "always", 1);
    }

    private void partsAddUp() {
        double total = report.totals().energy().totalJ();
        equal(
                "of layers",
                report.layers().stream()
                        .mapToDouble(layer -> layer.energy().totalJ())
                        .sum(),
                total);
        equal(
                "of components",
                report.components().stream().mapToDouble(ComponentRow::energyJ).sum(),
                total);
        equal(
                "of lines",
                report.entries().stream().mapToDouble(Report.Entry::energyJ).sum(),
                total);
    }

    private static void atMost(String what, double part, String than, double whole) {
        if (!(part <= whole * (1 + ROUNDING))) {
            throw broken("%s, %s, is more than %s, %s", what, part, than, whole);
        }
    }

    private static void equal(String what, double sum, double total) {
        if (!(Math.abs(sum - total) <= ROUNDING * Math.abs(total))) {
            throw broken("energies %s add up to %s J, not to %s J", what, sum, total);
        }
    }

    private static IllegalStateException broken(String format, Object... with) {
        return new IllegalStateException(String.format(Locale.ROOT, format, with));
    }
}
