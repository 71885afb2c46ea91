package mho.reports.form.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.TrainingComparison;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/** {@code compare --json} of trainings: lists have an entry for each training, the base first; SI base units. */
public final class TrainingComparisonJson {
    private static final String SCHEMA = "mho.training-comparison/1";

    private TrainingComparisonJson() {}

    public static String of(TrainingComparison comparison) {
        List<Integer> places =
                IntStream.range(0, comparison.trainings().size()).boxed().toList();
        List<Integer> epochs =
                IntStream.rangeClosed(1, comparison.epochs()).boxed().toList();
        return Json.object(json -> json.put("schema", SCHEMA)
                .putEach("trainings", places, (one, place) -> one.put("letter", Comparison.letter(place))
                        .put("name", comparison.trainings().get(place).name())
                        .put("chip", comparison.trainings().get(place).chip())
                        .put("network", comparison.trainings().get(place).network())
                        .put("ideal", comparison.trainings().get(place).ideal())
                        .put("seed", comparison.trainings().get(place).seed())
                        .put("config_sha256", comparison.trainings().get(place).configSha256())
                        .put("epochs", (long)
                                comparison.trainings().get(place).epochs().size())
                        .put("limit", comparison.trainings().get(place).limit()))
                .putEach("configuration", comparison.configuration(), (one, difference) -> one.put(
                                "path", difference.path())
                        .putAll("values", difference.texts())
                        .putAll("by", difference.by()))
                .putEach(
                        "totals",
                        TrainingFigures.JUDGED.metrics(),
                        (one, metric) -> figures(one, metric, comparison.totals(metric), places))
                .putEach("epochs", epochs, (one, epoch) -> one.put("epoch", (long) epoch)
                        .putEach(
                                "figures",
                                EpochFigures.TABLE.in(Place.COMPARED),
                                (of, figure) -> figures(of, figure, comparison.of(epoch, figure), places))));
    }

    private static void figures(Json json, Figure<?> figure, FigureOfRuns of, List<Integer> places) throws IOException {
        List<@Nullable Double> ratios = new ArrayList<>();
        for (int place : places) {
            Double ratio = of.ratio(place);
            ratios.add(ratio == null || !Double.isFinite(ratio) ? null : ratio);
        }
        json.put("metric", figure.key())
                .put("unit", figure.unit().symbol())
                .putNumbers("values", of.values())
                .putNumbers("ratios", ratios);
    }
}
