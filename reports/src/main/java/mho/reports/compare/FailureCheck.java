package mho.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricCondition;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** What {@code --fail-if} asks: conditions on the ratios of the runs to the base, none of which may hold. */
public final class FailureCheck {
    private FailureCheck() {}

    /** One line for each run and condition that holds. Throws {@link BadInput} if a figure that is asked for is missing. */
    public static List<String> broken(Comparison comparison, List<MetricCondition> bounds) {
        List<String> broken = new ArrayList<>();
        for (MetricCondition bound : bounds) {
            FigureOfRuns figures = comparison.totals(bound.metric());
            double base = figure(comparison, bound, 0);
            for (int run = 1; run < comparison.runs().size(); run++) {
                double ratio = FigureOfRuns.ratio(base, figure(comparison, bound, run));
                if (bound.holds(ratio)) {
                    broken.add(line(comparison, bound, run, figures, ratio));
                }
            }
        }
        return broken;
    }

    private static double figure(Comparison comparison, MetricCondition bound, int run) {
        Figure<Report> metric = bound.metric();
        Double figure = comparison.totals(metric).of(run);
        String where =
                "--fail-if " + bound.text() + ": " + comparison.runs().get(run).name();
        if (figure == null) {
            throw new BadInput(where + " has no " + metric.key() + metric.remedy());
        }
        if (run == 0 && figure < 0) {
            throw new BadInput(where + " has " + metric.key() + " " + figure
                    + ", and a ratio to a figure below zero says nothing; bound another metric");
        }
        return figure;
    }

    private static String line(
            Comparison comparison, MetricCondition bound, int run, FigureOfRuns figures, double ratio) {
        return "--fail-if " + bound.text() + ": " + comparison.runs().get(run).name() + " has "
                + figure(bound.metric(), figures.of(run)) + ", the base " + figure(bound.metric(), figures.of(0))
                + ": ratio " + String.format(Locale.ROOT, "%.6g", ratio);
    }

    private static String figure(Figure<Report> metric, @Nullable Double si) {
        String number = String.format(Locale.ROOT, "%.6g", si);
        return metric.unit().symbol().isEmpty()
                ? number
                : number + " " + metric.unit().symbol();
    }
}
