package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.TrainingComparison;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;
import mho.reports.medium.Csv;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;
import org.jspecify.annotations.Nullable;

/** {@code compare --csv} of trainings: a line for each setting, figure and epoch of each training but the base. */
public final class TrainingComparisonCsv {
    private static final List<String> HEAD = List.of("of", "name", "figure", "run", "base", "value", "ratio", "by");

    private final TrainingComparison comparison;
    private final List<List<String>> lines = new ArrayList<>();

    private TrainingComparisonCsv(TrainingComparison comparison) {
        this.comparison = comparison;
    }

    public static String of(TrainingComparison comparison) {
        return new TrainingComparisonCsv(comparison).text();
    }

    private String text() {
        for (ConfigDifference difference : comparison.configuration()) {
            for (int run = 1; run < comparison.names().size(); run++) {
                lines.add(List.of(
                        "setting",
                        difference.path(),
                        "",
                        comparison.names().get(run),
                        word(difference.texts().get(0)),
                        word(difference.texts().get(run)),
                        "",
                        word(difference.by().get(run))));
            }
        }
        for (Figure<Training> metric : TrainingFigures.JUDGED.metrics()) {
            add("total", "", metric, comparison.totals(metric));
        }
        for (int epoch = 1; epoch <= comparison.epochs(); epoch++) {
            for (Figure<TrainedEpoch> figure : EpochFigures.TABLE.in(Place.COMPARED)) {
                add("epoch", Integer.toString(epoch), figure, comparison.of(epoch, figure));
            }
        }
        return Csv.of(HEAD, lines);
    }

    private void add(String of, String name, Figure<?> figure, FigureOfRuns values) {
        for (int run = 1; run < comparison.names().size(); run++) {
            Double ratio = values.ratio(run);
            lines.add(List.of(
                    of,
                    name,
                    figure.key(),
                    comparison.names().get(run),
                    Csv.exact(values.of(0)),
                    Csv.exact(values.of(run)),
                    ratio == null || !Double.isFinite(ratio) ? "" : Csv.exact(ratio),
                    ""));
        }
    }

    private static String word(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
