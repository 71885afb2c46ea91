package mho.reports.form.comparison;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.flag;
import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.EnergyShift;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.SavedRun;
import mho.reports.figures.Content;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.figures.Unit;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** A comparison: what it says of its runs, of what was set, and of each metric and figure of a layer that runs are compared by. */
final class ComparisonFigures {
    private static final String RATIO = "_ratio";

    /** A metric of all runs. */
    record Total(Figure<Report> metric, FigureOfRuns figures) {}

    /** Where the energy that a run takes more than the base comes from. */
    record Difference(String run, EnergyShift byComponent, EnergyShift byLayer) {}

    private static final FigureTable<SavedRun> RUN = new FigureTable<>(
            "a run that is compared",
            List.of(
                    words("name", "directory", SavedRun::name).means("as on the command line"),
                    words("chip", "chip", SavedRun::chip).means("as in report.json, like those that follow"),
                    words("network", "network", SavedRun::network).means("name of the network"),
                    whole("images", "inputs", Unit.COUNT, (SavedRun run) -> (long) run.images())
                            .means("inputs that followed one another"),
                    whole("seed", "seed", Unit.NONE, SavedRun::seed).means("seed of whatever is drawn at random"),
                    words("version", "mho", SavedRun::version).means("of mho"),
                    words("config_sha256", "config.yaml", SavedRun::configSha256)
                            .means("of its configuration"),
                    words("bottleneck", "limited by", SavedRun::bottleneck)
                            .means("the resource that each input keeps busy longest")));

    private static final FigureTable<ConfigDifference> SETTING = new FigureTable<>(
            "a setting that differs",
            List.of(
                    words("path", "setting", ConfigDifference::path).means("dotted, in config.yaml"),
                    flag(
                                    "note",
                                    "whether a note",
                                    (ConfigDifference setting) -> setting.kind() == ConfigDifference.Kind.NOTE)
                            .means("whether it is a text about settings: a source, an assumption"),
                    flag(
                                    "followed",
                                    "whether it followed",
                                    (ConfigDifference setting) -> setting.kind() == ConfigDifference.Kind.FOLLOWED)
                            .means(
                                    "whether nobody set it: all runs were given the same figure, and it was carried over to what else was set"),
                    allWords("values", "values", ConfigDifference::texts)
                            .means("as written; null where a run has no such setting"),
                    allWords("by", "who set it", ConfigDifference::by)
                            .means(
                                    "who set the run's figure, or what it followed; null where its chip file states it, and for what is no figure")));

    private static final FigureTable<Total> TOTAL = new FigureTable<>(
            "a metric of all runs",
            List.of(
                    words("metric", "metric", (Total total) -> total.metric().key())
                            .means("key"),
                    words("unit", "unit", (Total total) -> total.metric().unit().symbol())
                            .means("empty if none"),
                    numbers("values", "values", (Total total) -> total.figures().values())
                            .means("figures"),
                    numbers("ratios", "ratios", (Total total) -> ratios(total.figures()))
                            .means("to the base's; null also where the base's alone is zero")));

    private static final FigureTable<EnergyShift.Part> PART = new FigureTable<>(
            "a part of a difference in energy",
            List.of(
                    words("name", "part", EnergyShift.Part::name)
                            .means(
                                    "path of the part, or name of the layer, leakage as `(static)`; the largest difference comes first"),
                    real("base_j", "A", Unit.JOULE, EnergyShift.Part::baseJ).means("0 where the base has none"),
                    real("other_j", "B", Unit.JOULE, EnergyShift.Part::otherJ).means("0 where the run has none"),
                    real("difference_j", "B - A", Unit.JOULE, EnergyShift.Part::differenceJ)
                            .means("other - base"),
                    real("share", "share", Unit.SHARE, EnergyShift.Part::share).means("of the whole difference")));

    private static final FigureTable<Difference> DIFFERENCE = new FigureTable<>(
            "a difference in energy",
            List.of(
                    words("run", "run", Difference::run).means("one entry for each run but the base"),
                    real("total_j", "total", Unit.JOULE, (Difference of) -> of.byComponent()
                                    .totalJ())
                            .means("over the base"),
                    rows(
                            "components",
                            "components",
                            (Difference of) -> of.byComponent().parts(),
                            PART),
                    rows("layers", "layers", (Difference of) -> of.byLayer().parts(), PART)));

    /** All of its JSON but the first field. */
    static final FigureTable<Comparison> TABLE = new FigureTable<>(
            "a comparison",
            List.of(
                    rows("runs", "runs", Comparison::runs, RUN),
                    rows("configuration", "settings that differ", Comparison::configuration, SETTING),
                    rows("totals", "totals", ComparisonFigures::totals, TOTAL),
                    rows(
                            "layers",
                            "layers",
                            (Comparison comparison) -> comparison.layers().rows(),
                            layer()),
                    part("geometric_mean", "geometric mean", Function.<Comparison>identity(), means()),
                    rows("energy_difference", "difference in energy", ComparisonFigures::differences, DIFFERENCE)));

    private ComparisonFigures() {}

    private static FigureTable<AlignedLayers.Aligned> layer() {
        List<Figure<AlignedLayers.Aligned>> figures = new ArrayList<>(List.of(
                words("name", "layer", AlignedLayers.Aligned::name).means("aligned by it"),
                words("kind", "kind", AlignedLayers.Aligned::kind).means("in the first run that has the layer")));
        for (Figure<LayerRow> figure : LayerFigures.TABLE.in(Place.COMPARED)) {
            figures.add(numbers(figure.key(), figure.label(), (AlignedLayers.Aligned layer) -> layer.figures(figure)
                            .values())
                    .means(figure.definition()));
            if (LayerFigures.hasRatio(figure)) {
                figures.add(numbers(
                                figure.key() + RATIO,
                                figure.label() + " over the base's",
                                (AlignedLayers.Aligned layer) -> ratios(layer.figures(figure)))
                        .means("to the base's"));
            }
        }
        return new FigureTable<>("a layer of all runs", figures);
    }

    private static FigureTable<Comparison> means() {
        List<Figure<Comparison>> figures = new ArrayList<>();
        for (Figure<LayerRow> figure : LayerFigures.TABLE.in(Place.COMPARED)) {
            if (LayerFigures.hasRatio(figure)) {
                figures.add(numbers(
                                figure.key() + RATIO,
                                figure.label() + " over the base's",
                                (Comparison comparison) -> each(
                                        comparison.runs().size(),
                                        run -> comparison.layers().geometricMean(figure, run)))
                        .means("of the layers' ratios"));
            }
        }
        return new FigureTable<>("the geometric mean over layers", figures);
    }

    private static <T> Figure<T> numbers(String key, String label, Function<T, List<@Nullable Double>> of) {
        return Figure.of(key, label, Unit.NONE, new Content.AllNumbers<>(of));
    }

    private static List<Total> totals(Comparison comparison) {
        return RunFigures.metrics().stream()
                .map(metric -> new Total(metric, comparison.totals(metric)))
                .filter(total -> total.figures().isAnywhere())
                .toList();
    }

    private static List<Difference> differences(Comparison comparison) {
        return IntStream.range(1, comparison.runs().size())
                .mapToObj(run -> new Difference(
                        comparison.runs().get(run).name(),
                        comparison.byComponent().get(run - 1),
                        comparison.byLayer().get(run - 1)))
                .toList();
    }

    private static List<@Nullable Double> ratios(FigureOfRuns figures) {
        return each(figures.values().size(), figures::ratio);
    }

    private static List<@Nullable Double> each(int runs, IntFunction<@Nullable Double> of) {
        List<@Nullable Double> each = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            each.add(of.apply(run));
        }
        return each;
    }
}
