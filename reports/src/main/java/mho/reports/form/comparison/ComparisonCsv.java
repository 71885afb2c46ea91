package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.EnergyShift;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.LayerFigure;
import mho.reports.medium.Csv;
import mho.reports.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** {@code compare --csv}: one line for each figure of each run but the base, beside the base's. */
public final class ComparisonCsv {
    private static final List<String> HEAD =
            List.of("of", "name", "figure", "run", "base", "value", "ratio", "difference", "share", "by");

    private final Comparison comparison;
    private final List<List<Object>> lines = new ArrayList<>();

    private ComparisonCsv(Comparison comparison) {
        this.comparison = comparison;
    }

    public static String of(Comparison comparison) {
        ComparisonCsv form = new ComparisonCsv(comparison);
        for (int run = 1; run < comparison.runs().size(); run++) {
            form.write(run);
        }
        return Csv.of(HEAD, form.lines);
    }

    private void write(int run) {
        for (ConfigDifference setting : comparison.configuration()) {
            String base = setting.texts().get(0);
            String other = setting.texts().get(run);
            String by = setting.by().get(run);
            lines.add(List.of(
                    setting.kind().name().toLowerCase(Locale.ROOT),
                    setting.path(),
                    "",
                    comparison.runs().get(run).name(),
                    base == null ? "" : base,
                    other == null ? "" : other,
                    "",
                    "",
                    "",
                    by == null ? "" : by));
        }
        for (Metric metric : Metric.values()) {
            FigureOfRuns figures = comparison.totals(metric);
            add(run, "total", "", metric.key(), figures, null);
        }
        Map<String, EnergyShift.Part> shares = new HashMap<>();
        comparison.byLayer().get(run - 1).parts().forEach(part -> shares.put(part.name(), part));
        for (AlignedLayers.Aligned layer : comparison.layers().rows()) {
            for (LayerFigure figure : LayerFigure.values()) {
                EnergyShift.Part part = figure == LayerFigure.ENERGY ? shares.get(layer.name()) : null;
                add(
                        run,
                        "layer",
                        layer.name(),
                        figure.key(),
                        layer.figures(figure),
                        part == null ? null : part.share());
            }
        }
        for (EnergyShift.Part part : comparison.byComponent().get(run - 1).parts()) {
            List<@Nullable Double> energies =
                    new ArrayList<>(Collections.nCopies(comparison.runs().size(), null));
            energies.set(0, part.baseJ());
            energies.set(run, part.otherJ());
            add(run, "component", part.name(), "energy_j", new FigureOfRuns(energies), part.share());
        }
    }

    private void add(int run, String of, String name, String figure, FigureOfRuns figures, @Nullable Double share) {
        Double base = figures.of(0);
        Double value = figures.of(run);
        if (base != null || value != null) {
            lines.add(List.of(
                    of,
                    name,
                    figure,
                    comparison.runs().get(run).name(),
                    text(base),
                    text(value),
                    text(figures.ratio(run)),
                    base == null || value == null ? "" : text(value - base),
                    text(share),
                    ""));
        }
    }

    /** Infinite ratios are left empty, like those there are not. */
    private static String text(@Nullable Double figure) {
        return figure == null || figure.isInfinite() ? "" : Csv.exact(figure);
    }
}
