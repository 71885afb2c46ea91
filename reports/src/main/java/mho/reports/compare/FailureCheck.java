package mho.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricCondition;
import org.jspecify.annotations.Nullable;

/** What {@code --fail-if} asks: conditions on the ratios of the runs to the base, none of which may hold. */
public final class FailureCheck {
    private FailureCheck() {}

    /** One line for each run and condition that holds. Throws {@link BadInput} if a figure that is asked for is missing. */
    public static <T> List<String> broken(Judged<T> judged, List<MetricCondition<T>> bounds) {
        List<String> broken = new ArrayList<>();
        for (MetricCondition<T> bound : bounds) {
            FigureOfRuns figures = judged.totals(bound.metric());
            double base = figure(judged, bound, 0);
            for (int run = 1; run < judged.names().size(); run++) {
                double ratio = FigureOfRuns.ratio(base, figure(judged, bound, run));
                if (bound.holds(ratio)) {
                    broken.add(line(judged.names().get(run), bound, figures, run, ratio));
                }
            }
        }
        return broken;
    }

    /** What is held against a base, the base first. */
    public interface Judged<T> {
        /** As the command line names them. */
        List<String> names();

        FigureOfRuns totals(Figure<T> metric);
    }

    private static <T> double figure(Judged<T> judged, MetricCondition<T> bound, int run) {
        Figure<T> metric = bound.metric();
        Double figure = judged.totals(metric).of(run);
        String where = "--fail-if " + bound.text() + ": " + judged.names().get(run);
        if (figure == null) {
            throw new BadInput(where + " has no " + metric.key() + metric.remedy());
        }
        if (run == 0 && figure < 0) {
            throw new BadInput(where + " has " + metric.key() + " " + figure
                    + ", and a ratio to a figure below zero says nothing; bound another metric");
        }
        return figure;
    }

    private static String line(String name, MetricCondition<?> bound, FigureOfRuns figures, int run, double ratio) {
        return "--fail-if " + bound.text() + ": " + name + " has "
                + figure(bound.metric(), figures.of(run)) + ", the base " + figure(bound.metric(), figures.of(0))
                + ": ratio " + String.format(Locale.ROOT, "%.6g", ratio);
    }

    private static String figure(Figure<?> metric, @Nullable Double si) {
        String number = String.format(Locale.ROOT, "%.6g", si);
        return metric.unit().symbol().isEmpty()
                ? number
                : number + " " + metric.unit().symbol();
    }
}
