package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.form.chip.LeakageText;
import mho.reports.form.report.WritingText;
import mho.reports.medium.PageText;
import mho.reports.metrics.Definition;
import mho.reports.metrics.Limit;
import mho.reports.metrics.Report;
import mho.reports.metrics.Totals;

/** The run in a few figures, and what limits it. */
final class Summary {
    private static final int NAMED = 3;

    private Summary() {}

    static Block limit(Report report) {
        Limit limit = report.totals().limit();
        if (limit.layers().isEmpty()) {
            return new Block.Prose("Nothing limits this run: no resource is ever busy.");
        }
        double intervalS = report.totals().intervalS();
        return new Block.Prose("What limits it: " + limit.resource() + ", which serves " + some(limit.layers())
                + ". Every input keeps it busy for " + PageText.of(limit.busyS(), "s") + ", "
                + PageText.percent(ReportPage.part(limit.busyS(), intervalS)) + " of the "
                + report.totals().ratePer() + " of " + PageText.of(intervalS, "s")
                + ". While its layers are active it is busy "
                + PageText.percent(limit.utilization()) + " of the time." + limit.remedy());
    }

    static Block facts(Report report) {
        Totals totals = report.totals();
        boolean piped = totals.ratePer().equals("interval");
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("Latency", PageText.of(totals.latencyS(), "s"), "of one input alone", Definition.LATENCY));
        if (piped) {
            facts.add(fact(
                    "Latency in the stream",
                    PageText.of(totals.steadiness().latencyS(), "s"),
                    "of inputs that follow one another",
                    Definition.STREAM_LATENCY));
        }
        facts.add(
                piped
                        ? fact(
                                "Interval",
                                PageText.of(totals.intervalS(), "s"),
                                PageText.plain(1 / totals.intervalS()) + " inputs/s; "
                                        + totals.steadiness().told(),
                                Definition.INTERVAL)
                        : fact(
                                "Interval",
                                "–",
                                "one input ran alone: rates and leakage are over its latency",
                                Definition.INTERVAL));
        facts.add(fact(
                "Energy of an input",
                PageText.of(totals.energyJ(), "J"),
                LeakageText.leakage(
                        PageText.of(totals.leakageJ(), "J"),
                        report.chip().leakageUnstated(),
                        report.components().size()),
                Definition.ENERGY));
        facts.add(fact("Power", PageText.of(totals.powerW(), "W"), "on average, all chips in use", Definition.POWER));
        facts.add(fact(
                "Rate",
                PageText.of(totals.opsPerS(), "OP/s"),
                PageText.of((double) totals.ops(), "OP") + " an input",
                Definition.OP));
        facts.add(fact("Rate per watt", PageText.of(totals.opsPerJ(), "OP/s/W"), "", Definition.OPS_PER_JOULE));
        facts.add(fact(
                "Utilization",
                PageText.percent(totals.utilization()),
                "peak " + PageText.of(report.chip().peakOpsPerS() * totals.chips(), "OP/s"),
                Definition.UTILIZATION));
        facts.add(fact(
                "Bottleneck",
                totals.limit().resource(),
                "busy " + PageText.of(totals.limit().busyS(), "s") + " an input",
                Definition.BOTTLENECK));
        facts.add(new Block.Fact(
                "Area",
                PageText.of(totals.areaM2(), "m2"),
                PageText.plural(totals.chips(), "chip") + "; " + PageText.of(totals.opsPerSPerM2() / 1e6, "OP/s")
                        + "/mm²",
                "Of the chips in use, whole."));
        facts.add(new Block.Fact(
                "Energy × latency", PageText.of(totals.edpJs(), "J s"), "", "Energy of an input times its latency."));
        facts.add(fact(
                "Writing once",
                report.programming().seconds() == null
                        ? "–"
                        : PageText.of(report.programming().seconds(), "s"),
                WritingText.told(report.programming(), PageText::of),
                Definition.WRITING));
        return new Block.Facts(facts);
    }

    private static Block.Fact fact(String label, String value, String aside, Definition meaning) {
        return new Block.Fact(label, value, aside, sentence(meaning));
    }

    static String sentence(Definition definition) {
        String words = definition.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String some(List<String> layers) {
        int shown = Math.min(NAMED, layers.size());
        String names = String.join(", ", layers.subList(0, shown));
        return shown == layers.size() ? names : names + " and " + (layers.size() - shown) + " more";
    }
}
