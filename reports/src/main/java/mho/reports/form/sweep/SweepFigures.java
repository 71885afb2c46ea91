package mho.reports.form.sweep;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.flag;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.figures.Column;
import mho.reports.figures.Content;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.figures.TrainingFigures;
import mho.reports.figures.Unit;
import org.jspecify.annotations.Nullable;

/** A sweep: its metrics, its objectives, what was set, and its points. Metrics of a point are those of a run. */
public final class SweepFigures {
    /**
     * A point in its sweep.
     *
     * @param sha256 of its configuration; null where it has none
     */
    record PointOf(SweepTable sweep, SweepTable.Row row, @Nullable String sha256) {
        /** By the paths of the axes. */
        Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            for (int axis = 0; axis < sweep.axes().size(); axis++) {
                settings.put(sweep.axes().get(axis), row.settings().get(axis));
            }
            return settings;
        }

        @Nullable
        Double metric(String key) {
            for (int i = 0; i < sweep.columns().size(); i++) {
                if (sweep.columns().get(i).key().equals(key)) {
                    return row.metrics().get(i);
                }
            }
            return null;
        }
    }

    private static final String POINTS = "points";

    private static final FigureTable<SweepTable.Column> METRIC = new FigureTable<>(
            "a metric of a sweep",
            List.of(
                    words("metric", "metric", SweepTable.Column::key).means("key"),
                    words("unit", "unit", SweepTable.Column::unit).means("empty if none")));

    private static final FigureTable<SweepTable.Objective> OBJECTIVE = new FigureTable<>(
            "an objective of a sweep",
            List.of(
                    words("metric", "metric", SweepTable.Objective::key).means("key"),
                    words("better", "better", (SweepTable.Objective objective) -> objective.minimise() ? "min" : "max")
                            .means("min or max")));

    private static final FigureTable<SweepTable.SetFigure> SET = new FigureTable<>(
            "a figure that was set in points of a sweep",
            List.of(
                    words("path", "path", SweepTable.SetFigure::path)
                            .means("figure that points have otherwise than their chip's file states it")
                            .in(
                                    Place.PAGE,
                                    Column.<SweepTable.SetFigure>of("path").noted("in the chip file")),
                    words("values", "values", SweepTable.SetFigure::values)
                            .means("of it, for people")
                            .in(
                                    Place.PAGE,
                                    Column.<SweepTable.SetFigure>of("values").noted("")),
                    words("by", "by", SweepTable.SetFigure::by)
                            .means("who set it, or that it followed")
                            .in(
                                    Place.PAGE,
                                    Column.<SweepTable.SetFigure>of("by").noted("")),
                    whole("points", "points", Unit.COUNT, (SweepTable.SetFigure set) -> (long) set.points())
                            .means("that have it from there")
                            .in(Place.PAGE, "points")));

    /** Of points that are runs. */
    static final FigureTable<PointOf> POINT = new FigureTable<>("a point of a sweep", point(RunFigures.metrics()));

    /** Of points that are trainings. */
    static final FigureTable<PointOf> TRAINING =
            new FigureTable<>("a training of a sweep", point(TrainingFigures.JUDGED.metrics()));

    /** All of its JSON but the first field. */
    static final FigureTable<SweepTable> TABLE = new FigureTable<>(
            "a sweep",
            List.of(
                    words("sweep", "sweep", SweepTable::name).means("its name"),
                    allWords("axes", "axes", SweepTable::axes)
                            .means("what varied: paths of the chip file, or keys of `base`"),
                    rows("metrics", "metrics", SweepTable::columns, METRIC),
                    rows("objectives", "objectives", SweepTable::objectives, OBJECTIVE),
                    rows("set", "set figures", SweepTable::set, SET),
                    rows(POINTS, POINTS, SweepFigures::points, POINT)));

    private static final FigureTable<SeedGroup> SEEDS = new FigureTable<>(
            "points of a sweep that differ in their seeds alone",
            List.of(
                    Figure.of("settings", "settings", Unit.NONE, new Content.NamedWords<>(SeedGroup::settings))
                            .means("by the paths of the axes but seed, as written"),
                    whole("seeds", "seeds", Unit.COUNT, (SeedGroup group) -> (long) group.seeds())
                            .means("points with figures among them"),
                    Figure.of("mean", "mean", Unit.NONE, new Content.NamedNumbers<>(SeedGroup::means))
                            .means("of each metric, over them"),
                    Figure.of("deviation", "deviation", Unit.NONE, new Content.NamedNumbers<>(SeedGroup::deviations))
                            .means("standard deviation, of a sample (n - 1)")));

    /** All of a sweep's JSON but the first field, with what is known of its points. */
    public static FigureTable<SweepTable> of(SweepTable sweep) {
        FigureTable<PointOf> points = pointsOf(sweep);
        List<Figure<SweepTable>> figures = new ArrayList<>();
        for (Figure<SweepTable> figure : TABLE.figures()) {
            figures.add(figure.key().equals(POINTS) ? rows(POINTS, POINTS, SweepFigures::points, points) : figure);
        }
        if (!SeedGroup.of(sweep).isEmpty()) {
            figures.add(rows("seeds", "seeds", SeedGroup::of, SEEDS));
        }
        return new FigureTable<>(TABLE.subject(), figures);
    }

    private SweepFigures() {}

    /** What shows on a page of the figures that were set. */
    public static List<Figure<SweepTable.SetFigure>> setOnPage() {
        return SET.in(Place.PAGE);
    }

    /** A point of a sweep, whatever it is judged by. */
    static FigureTable<PointOf> pointsOf(SweepTable sweep) {
        return new FigureTable<>(
                "a point",
                point(sweep.columns().stream().map(SweepTable.Column::figure).toList()));
    }

    private static List<Figure<PointOf>> point(List<? extends Figure<?>> metrics) {
        List<Figure<PointOf>> figures = new ArrayList<>(List.of(
                whole("point", "point", Unit.NONE, (PointOf point) ->
                                (long) point.row().number())
                        .means("number, from 1")
                        .in(Place.CSV, "point"),
                Figure.of("settings", "settings", Unit.NONE, new Content.NamedWords<>(PointOf::settings))
                        .means("by the paths of the axes, as written")));
        metrics.forEach(metric -> figures.add(metric(metric)));
        figures.addAll(List.of(
                flag("allowed", "allowed", (PointOf point) -> point.row().allowed())
                        .means("whether it holds the constraints")
                        .in(Place.CSV, "allowed"),
                flag("pareto", "on the front", (PointOf point) -> point.row().pareto())
                        .means(
                                "whether no allowed point of the same network is as good in all objectives: accuracies within a standard error are, and of equal points only the first is on the front")
                        .in(Place.CSV, "pareto"),
                words("config", "configuration", SweepFigures::shortHash)
                        .notInJson()
                        .means("first digits of its hash; its directory in `points`")
                        .in(Place.CSV, "config"),
                words("failure", "failure", (PointOf point) -> point.row().failure())
                        .means("why it has no figures")
                        .in(Place.CSV, "failure")));
        return figures;
    }

    private static Figure<PointOf> metric(Figure<?> metric) {
        Figure<PointOf> figure =
                Figure.real(metric.key(), metric.label(), metric.unit(), (PointOf point) -> point.metric(metric.key()));
        figure = metric.term() == null ? figure.means(metric.definition()) : figure.means(metric.term());
        return figure.in(Place.CSV, Column.exactly(metric.key(), point -> point.metric(metric.key())));
    }

    private static @Nullable String shortHash(PointOf point) {
        String sha256 = point.sha256();
        return sha256 == null ? null : PointsCsv.shortHash(sha256);
    }

    private static List<PointOf> points(SweepTable sweep) {
        return sweep.rows().stream().map(row -> new PointOf(sweep, row, null)).toList();
    }
}
