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
import mho.reports.figures.Figure;
import mho.reports.figures.FigureText;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** {@code compare --csv}: one line for each figure of each run but the base, beside the base's. */
public final class ComparisonCsv {
    private final Comparison comparison;
    private final List<ComparisonLine> lines = new ArrayList<>();

    private ComparisonCsv(Comparison comparison) {
        this.comparison = comparison;
    }

    public static String of(Comparison comparison) {
        ComparisonCsv form = new ComparisonCsv(comparison);
        for (int run = 1; run < comparison.runs().size(); run++) {
            form.write(run);
        }
        return FigureText.csv(ComparisonLine.TABLE.in(Place.CSV), form.lines);
    }

    private void write(int run) {
        comparison.configuration().forEach(setting -> lines.add(line(setting, run)));
        for (Figure<Report> metric : RunFigures.metrics()) {
            add(run, "total", "", metric.key(), comparison.totals(metric), null);
        }
        Map<String, EnergyShift.Part> shares = new HashMap<>();
        comparison.byLayer().get(run - 1).parts().forEach(part -> shares.put(part.name(), part));
        for (AlignedLayers.Aligned layer : comparison.layers().rows()) {
            for (Figure<LayerRow> figure : LayerFigures.TABLE.in(Place.COMPARED)) {
                EnergyShift.Part part = figure.key().equals(LayerFigures.ENERGY) ? shares.get(layer.name()) : null;
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
            add(run, "component", part.name(), LayerFigures.ENERGY, new FigureOfRuns(energies), part.share());
        }
    }

    private ComparisonLine line(ConfigDifference setting, int run) {
        String base = setting.texts().get(0);
        String other = setting.texts().get(run);
        String by = setting.by().get(run);
        return new ComparisonLine(
                setting.kind().name().toLowerCase(Locale.ROOT),
                setting.path(),
                "",
                comparison.runs().get(run).name(),
                base == null ? "" : base,
                other == null ? "" : other,
                null,
                null,
                null,
                by == null ? "" : by);
    }

    private void add(int run, String of, String name, String figure, FigureOfRuns figures, @Nullable Double share) {
        Double base = figures.of(0);
        Double value = figures.of(run);
        if (base != null || value != null) {
            lines.add(new ComparisonLine(
                    of,
                    name,
                    figure,
                    comparison.runs().get(run).name(),
                    ComparisonLine.exact(base),
                    ComparisonLine.exact(value),
                    figures.ratio(run),
                    base == null || value == null ? null : Double.valueOf(value - base),
                    share,
                    ""));
        }
    }
}
