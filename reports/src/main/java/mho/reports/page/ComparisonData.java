package mho.reports.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.EnergyShift;
import mho.reports.compare.FigureOfRuns;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.medium.Json;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** What the charts of a comparison are drawn from; SI units. */
final class ComparisonData {
    private ComparisonData() {}

    /** The figures that layers of some run have. */
    static List<Figure<LayerRow>> figures(Comparison comparison) {
        return LayerFigures.TABLE.in(Place.COMPARED).stream()
                .filter(figure -> comparison.layers().rows().stream()
                        .anyMatch(layer -> layer.figures(figure).isSomething()))
                .toList();
    }

    static ChartData island(Comparison comparison) {
        List<Integer> runs =
                IntStream.range(0, comparison.runs().size()).boxed().toList();
        List<Figure<LayerRow>> figures = figures(comparison);
        return ChartData.of(json -> json.putEach("runs", runs, (one, run) -> one.put("letter", Comparison.letter(run))
                        .put("name", comparison.runs().get(run).name()))
                .putEach("totals", ComparisonPage.metrics(comparison), (one, metric) -> total(one, comparison, metric))
                .putEach("figures", figures, (one, figure) -> one.put(
                                "label", figure.column(Place.COMPARED).heading())
                        .put("unit", figure.unit().readIn())
                        .putNumbers("means", means(comparison, figure)))
                .putEach("layers", comparison.layers().rows(), (one, layer) -> layer(one, layer, figures))
                .putEach("components", comparison.byComponent(), ComparisonData::shift)
                .putEach("shiftedLayers", comparison.byLayer(), ComparisonData::shift));
    }

    private static void total(Json json, Comparison comparison, Figure<Report> metric) throws IOException {
        json.put("label", metric.label())
                .put("unit", metric.unit().symbol())
                .putNumbers("values", comparison.totals(metric).values());
    }

    private static List<Double> means(Comparison comparison, Figure<LayerRow> figure) {
        return IntStream.range(0, comparison.runs().size())
                .mapToObj(run ->
                        LayerFigures.hasRatio(figure) ? comparison.layers().geometricMean(figure, run) : null)
                .map(mean -> mean == null ? Double.NaN : mean)
                .toList();
    }

    private static void layer(Json json, AlignedLayers.Aligned layer, List<Figure<LayerRow>> figures)
            throws IOException {
        json.put("name", layer.name()).put("leakage", layer.isStatic()).putEach("figures", figures, (one, figure) -> {
            FigureOfRuns of = layer.figures(figure);
            one.putNumbers("values", of.values());
        });
    }

    private static void shift(Json json, EnergyShift shift) throws IOException {
        json.put("total", shift.totalJ()).putEach("parts", shift.parts(), (one, part) -> one.put("name", part.name())
                .put("base", part.baseJ())
                .put("other", part.otherJ())
                .putOrNull("share", part.share()));
    }
}
