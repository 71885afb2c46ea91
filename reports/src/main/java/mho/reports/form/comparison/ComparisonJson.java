package mho.reports.form.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.EnergyShift;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.LayerFigure;
import mho.reports.compare.SavedRun;
import mho.reports.medium.Json;
import mho.reports.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** {@code compare --json}: SI base units; a list of figures has one entry for each run, in the order of the command line. */
public final class ComparisonJson {
    private static final String SCHEMA = "mho.comparison/1";

    private final Comparison comparison;

    private ComparisonJson(Comparison comparison) {
        this.comparison = comparison;
    }

    public static String of(Comparison comparison) {
        ComparisonJson form = new ComparisonJson(comparison);
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> comparison.totals(metric).isAnywhere())
                .toList();
        return Json.object(json -> json.put("schema", SCHEMA)
                .putEach("runs", comparison.runs(), ComparisonJson::write)
                .putEach("configuration", comparison.configuration(), ComparisonJson::write)
                .putEach("totals", metrics, form::write)
                .putEach("layers", comparison.layers().rows(), form::write)
                .put("geometric_mean", form::means)
                .putEach("energy_difference", form.others(), form::write));
    }

    private static void write(Json json, SavedRun run) throws IOException {
        json.put("name", run.name())
                .put("chip", run.chip())
                .put("network", run.network())
                .put("images", run.images())
                .put("seed", run.seed())
                .put("version", run.version())
                .put("config_sha256", run.configSha256())
                .put("bottleneck", run.bottleneck());
    }

    private static void write(Json json, ConfigDifference difference) throws IOException {
        json.put("path", difference.path())
                .put("note", difference.kind() == ConfigDifference.Kind.NOTE)
                .put("followed", difference.kind() == ConfigDifference.Kind.FOLLOWED)
                .putAll("values", difference.texts())
                .putAll("by", difference.by());
    }

    private void write(Json json, Metric metric) throws IOException {
        FigureOfRuns figures = comparison.totals(metric);
        json.put("metric", metric.key())
                .put("unit", metric.unit())
                .putNumbers("values", figures.values())
                .putNumbers("ratios", ratios(figures::ratio));
    }

    private void write(Json json, AlignedLayers.Aligned layer) throws IOException {
        json.put("name", layer.name()).put("kind", layer.kind());
        for (LayerFigure figure : LayerFigure.values()) {
            FigureOfRuns figures = layer.figures(figure);
            json.putNumbers(figure.key(), figures.values());
            if (figure.hasRatio()) {
                json.putNumbers(figure.key() + "_ratio", ratios(figures::ratio));
            }
        }
    }

    private void means(Json json) throws IOException {
        for (LayerFigure figure : LayerFigure.values()) {
            if (figure.hasRatio()) {
                json.putNumbers(
                        figure.key() + "_ratio",
                        ratios(run -> comparison.layers().geometricMean(figure, run)));
            }
        }
    }

    private List<Integer> others() {
        return IntStream.range(1, comparison.runs().size()).boxed().toList();
    }

    private void write(Json json, Integer run) throws IOException {
        EnergyShift components = comparison.byComponent().get(run - 1);
        EnergyShift layers = comparison.byLayer().get(run - 1);
        json.put("run", comparison.runs().get(run).name())
                .put("total_j", components.totalJ())
                .putEach("components", components.parts(), ComparisonJson::write)
                .putEach("layers", layers.parts(), ComparisonJson::write);
    }

    private static void write(Json json, EnergyShift.Part part) throws IOException {
        json.put("name", part.name())
                .put("base_j", part.baseJ())
                .put("other_j", part.otherJ())
                .put("difference_j", part.differenceJ())
                .putOrNull("share", part.share());
    }

    private List<@Nullable Double> ratios(IntFunction<@Nullable Double> ratio) {
        List<@Nullable Double> ratios = new ArrayList<>();
        for (int run = 0; run < comparison.runs().size(); run++) {
            ratios.add(ratio.apply(run));
        }
        return ratios;
    }
}
