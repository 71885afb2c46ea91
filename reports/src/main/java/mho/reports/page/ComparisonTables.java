package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.ConfigDifference.Kind;
import mho.reports.compare.EnergyShift;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.SavedRun;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.Unit;
import mho.reports.medium.PageText;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** The tables of a comparison: the base first, then the other runs and their ratios to it. */
final class ComparisonTables {
    private static final String RATIO = "figure of the run over that of the base A";
    private static final String SHARE = "difference of this part over the whole difference";

    private ComparisonTables() {}

    /** What was asked for otherwise, and apart from it what followed. */
    static List<Block> settings(Comparison comparison) {
        List<ConfigDifference> settings = ConfigDifference.of(Kind.SETTING, comparison.configuration());
        List<ConfigDifference> followed = ConfigDifference.of(Kind.FOLLOWED, comparison.configuration());
        List<Block> blocks = new ArrayList<>();
        if (settings.isEmpty()) {
            blocks.add(new Block.Prose("Nothing: the configurations are the same."));
        } else {
            blocks.add(new Block.Table(settings(
                    comparison,
                    "setting-table",
                    "Settings that are not the same in all runs, by their path in config.yaml",
                    "who set it",
                    settings)));
        }
        if (!followed.isEmpty()) {
            blocks.add(Block.folded(settings(
                    comparison,
                    "followed-table",
                    "Stated figures that nobody set: they followed what was set",
                    "what they followed",
                    followed)));
        }
        return blocks;
    }

    private static DataTable settings(
            Comparison comparison, String id, String caption, String who, List<ConfigDifference> differences) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.text("setting", "")));
        for (int run = 0; run < comparison.runs().size(); run++) {
            columns.add(DataTable.Column.text(head(comparison, run), ""));
        }
        columns.add(DataTable.Column.text(who, ""));
        List<DataTable.Row> rows = new ArrayList<>();
        for (ConfigDifference difference : differences) {
            List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(difference.path())));
            difference.texts().forEach(text -> cells.add(DataTable.Cell.text(text == null ? "–" : text)));
            cells.add(
                    difference.setters().isEmpty() ? DataTable.Cell.none() : DataTable.Cell.text(difference.setters()));
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable(id, caption, columns, rows);
    }

    static DataTable totals(Comparison comparison) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (Figure<Report> metric : ComparisonPage.metrics(comparison)) {
            List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(metric.label())));
            String unit = metric.unit().readIn();
            FigureOfRuns figures = comparison.totals(metric);
            cells.addAll(figures(figures, unit, metric.unit() != Unit.DECIBEL));
            for (int run = 1;
                    metric.unit() == Unit.DECIBEL && run < comparison.runs().size();
                    run++) {
                cells.add(DataTable.Cell.none());
            }
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable(
                "totals-table", "Of one input, or of the chips in use", columns(comparison, "figure", true), rows);
    }

    static DataTable layers(Comparison comparison, Figure<LayerRow> figure) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (AlignedLayers.Aligned layer : comparison.layers().rows()) {
            FigureOfRuns figures = layer.figures(figure);
            if (figures.isSomething()) {
                List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(layer.name())));
                cells.addAll(figures(figures, figure.unit().readIn(), LayerFigures.hasRatio(figure)));
                rows.add(new DataTable.Row(cells, List.of()));
            }
        }
        if (LayerFigures.hasRatio(figure)) {
            List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text("geometric mean")));
            comparison.runs().forEach(run -> cells.add(DataTable.Cell.none()));
            for (int run = 1; run < comparison.runs().size(); run++) {
                cells.add(ratio(comparison.layers().geometricMean(figure, run)));
            }
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable(
                figure.column(Place.COMPARED).heading() + "-table",
                "Layers: " + figure.column(Place.COMPARED).heading(),
                columns(comparison, "layer", LayerFigures.hasRatio(figure)),
                rows);
    }

    /** By component, or by layer. */
    static DataTable shifts(Comparison comparison, boolean byComponent) {
        String part = byComponent ? "component" : "layer";
        List<DataTable.Column> columns = new ArrayList<>(
                List.of(DataTable.Column.text(part, ""), DataTable.Column.number(head(comparison, 0), "", "")));
        List<EnergyShift> shifts = byComponent ? comparison.byComponent() : comparison.byLayer();
        for (int run = 1; run < comparison.runs().size(); run++) {
            String letter = Comparison.letter(run);
            columns.add(DataTable.Column.number(letter, "", ""));
            columns.add(DataTable.Column.number(letter + " − A", "", ""));
            columns.add(DataTable.Column.number("share", "", SHARE));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (EnergyShift.Part first : shifts.get(0).parts()) {
            if (shifts.stream()
                    .flatMap(shift -> shift.parts().stream())
                    .noneMatch(one -> one.name().equals(first.name()) && one.isSomething())) {
                continue;
            }
            List<DataTable.Cell> cells =
                    new ArrayList<>(List.of(DataTable.Cell.text(first.name()), LayerTables.figure(first.baseJ(), "J")));
            for (EnergyShift shift : shifts) {
                cells.addAll(differences(shift, first.name()));
            }
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable(part + "-table", "Energy of an input by " + part, columns, rows);
    }

    private static List<DataTable.Cell> differences(EnergyShift shift, String name) {
        return shift.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> List.of(
                        LayerTables.figure(part.otherJ(), "J"),
                        LayerTables.figure(part.differenceJ(), "J"),
                        LayerTables.percent(part.share())))
                .orElse(List.of(DataTable.Cell.none(), DataTable.Cell.none(), DataTable.Cell.none()));
    }

    static DataTable runs(Comparison comparison) {
        List<DataTable.Column> columns = List.of(
                DataTable.Column.text("run", ""),
                DataTable.Column.text("directory", ""),
                DataTable.Column.text("network", ""),
                DataTable.Column.text("chip", ""),
                DataTable.Column.number("inputs", "", ""),
                DataTable.Column.number("seed", "", ""),
                DataTable.Column.text("limited by", "what every input keeps busy longest"),
                DataTable.Column.text("mho", "version"),
                DataTable.Column.text("config.yaml", "SHA-256"));
        List<DataTable.Row> rows = new ArrayList<>();
        for (int run = 0; run < comparison.runs().size(); run++) {
            SavedRun saved = comparison.runs().get(run);
            rows.add(DataTable.Row.of(
                    DataTable.Cell.text(head(comparison, run)),
                    DataTable.Cell.text(saved.name()),
                    DataTable.Cell.text(saved.network()),
                    DataTable.Cell.text(saved.chip()),
                    LayerTables.count(saved.images()),
                    LayerTables.count(saved.seed()),
                    DataTable.Cell.text(saved.bottleneck().isEmpty() ? "nothing" : saved.bottleneck()),
                    DataTable.Cell.text(saved.version()),
                    DataTable.Cell.text(saved.configSha256())));
        }
        return new DataTable("run-table", "Runs", columns, rows);
    }

    private static String head(Comparison comparison, int run) {
        return Comparison.letter(run) + (run == 0 && comparison.runs().size() > 1 ? " (base)" : "");
    }

    private static List<DataTable.Column> columns(Comparison comparison, String what, boolean ratios) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.text(what, "")));
        for (int run = 0; run < comparison.runs().size(); run++) {
            columns.add(DataTable.Column.number(head(comparison, run), "", ""));
        }
        for (int run = 1; ratios && run < comparison.runs().size(); run++) {
            columns.add(DataTable.Column.number(Comparison.over(run), "", RATIO));
        }
        return columns;
    }

    private static List<DataTable.Cell> figures(FigureOfRuns figures, String unit, boolean ratios) {
        List<DataTable.Cell> cells = new ArrayList<>();
        for (Double value : figures.values()) {
            cells.add(LayerTables.figure(value, unit));
        }
        for (int run = 1; ratios && run < figures.values().size(); run++) {
            cells.add(ratio(figures.ratio(run)));
        }
        return cells;
    }

    private static DataTable.Cell ratio(@Nullable Double ratio) {
        return ratio == null || ratio.isNaN()
                ? DataTable.Cell.none()
                : DataTable.Cell.number(ratio.isInfinite() ? "∞" : PageText.plain(ratio), ratio);
    }
}
