package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.medium.PageText;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.Report;

/** The run in a few figures, and what limits it. */
final class Summary {
    private static final int NAMED = 3;

    private Summary() {}

    static Block limit(Report report) {
        Bottleneck limit = report.totals().limit();
        if (limit.layers().isEmpty()) {
            return new Block.Prose("Nothing limits this run: no resource is ever busy.");
        }
        double intervalS = report.totals().times().intervalS();
        return new Block.Prose("What limits it: " + limit.resource() + ", which serves " + some(limit.layers())
                + ". Every input keeps it busy for " + PageText.of(limit.busyS(), "s") + ", "
                + PageText.percent(ReportPage.part(limit.busyS(), intervalS)) + " of the "
                + report.totals().times().ratePer() + " of " + PageText.of(intervalS, "s")
                + ". While its layers are active it is busy "
                + PageText.percent(limit.utilization()) + " of the time." + limit.afterwards(s -> PageText.of(s, "s"))
                + limit.remedy());
    }

    static Block facts(Report report, Unfolding unfolding) {
        List<Block.Fact> facts =
                new ArrayList<>(FigureColumns.facts(RunFigures.in(Place.PAGE, "totals"), report, unfolding::known));
        facts.addAll(FigureColumns.facts(RunFigures.in(Place.PAGE, "programming"), report));
        return new Block.Facts(facts);
    }

    private static String some(List<String> layers) {
        int shown = Math.min(NAMED, layers.size());
        String names = String.join(", ", layers.subList(0, shown));
        return shown == layers.size() ? names : names + " and " + (layers.size() - shown) + " more";
    }
}
