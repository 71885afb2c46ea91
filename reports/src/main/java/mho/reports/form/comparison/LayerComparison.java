package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.metrics.LayerRow;

/** Layers of several runs beside one another: one table for two runs, one for each figure of more. */
final class LayerComparison {
    private static final List<Figure<LayerRow>> ALWAYS = LayerFigures.TABLE.in(Place.COMPARED).stream()
            .filter(LayerFigures::hasRatio)
            .toList();
    private static final List<Figure<LayerRow>> VALUES = LayerFigures.TABLE.in(Place.COMPARED).stream()
            .filter(figure -> !LayerFigures.hasRatio(figure))
            .toList();

    private final Comparison comparison;
    private final Terminal terminal;
    private final int runs;

    private LayerComparison(Comparison comparison, Terminal terminal) {
        this.comparison = comparison;
        this.terminal = terminal;
        runs = comparison.runs().size();
    }

    static String of(Comparison comparison, Terminal terminal) {
        LayerComparison tables = new LayerComparison(comparison, terminal);
        List<String> texts = new ArrayList<>();
        if (tables.runs == 2) {
            texts.add(tables.table("layer", ALWAYS, true));
        } else {
            ALWAYS.forEach(figure ->
                    texts.add(tables.table(figure.column(Place.COMPARED).heading(), List.of(figure), false)));
        }
        List<Figure<LayerRow>> values =
                VALUES.stream().filter(tables::isSomething).toList();
        if (!values.isEmpty()) {
            texts.add(tables.table("values", values, true));
        }
        return String.join("\n", texts);
    }

    private boolean isSomething(Figure<LayerRow> figure) {
        return comparison.layers().rows().stream()
                .anyMatch(layer -> layer.figures(figure).isSomething());
    }

    /** @param all whether every run's figures are shown, or the base's and the ratios of the others; decibels always are */
    private String table(String title, List<Figure<LayerRow>> figures, boolean all) {
        List<String> head = new ArrayList<>(List.of(title));
        List<List<Integer>> own = new ArrayList<>();
        for (Figure<LayerRow> figure : figures) {
            int from = head.size();
            String named = title.equals(figure.column(Place.COMPARED).heading())
                    ? ""
                    : figure.column(Place.COMPARED).heading() + " ";
            head.add(named + Comparison.letter(0));
            for (int run = 1; run < runs; run++) {
                if (all) {
                    head.add(Comparison.letter(run));
                }
                if (LayerFigures.hasRatio(figure)) {
                    head.add(Comparison.over(run));
                }
            }
            own.add(IntStream.range(from, head.size()).boxed().toList());
        }
        TextTable table = new TextTable("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
        for (int last = own.size() - 1; last > 0; last--) {
            table.leavesOutTogether(own.get(last));
        }
        for (AlignedLayers.Aligned layer : comparison.layers().rows()) {
            if (figures.stream().anyMatch(figure -> layer.figures(figure).isSomething())) {
                table.row(row(layer, figures, all));
            }
        }
        if (figures.stream().anyMatch(LayerFigures::hasRatio)) {
            table.rule().row(means(figures, all));
        }
        return table.on(terminal);
    }

    private String[] row(AlignedLayers.Aligned layer, List<Figure<LayerRow>> figures, boolean all) {
        List<String> cells = new ArrayList<>(List.of(name(layer)));
        for (Figure<LayerRow> figure : figures) {
            FigureOfRuns of = layer.figures(figure);
            boolean none = !of.isAnywhere();
            cells.add(none ? "" : RatioText.figure(figure, of.of(0)));
            for (int run = 1; run < runs; run++) {
                if (all) {
                    cells.add(none ? "" : RatioText.figure(figure, of.of(run)));
                }
                if (LayerFigures.hasRatio(figure)) {
                    cells.add(none ? "" : TerminalText.ratio(of.ratio(run)));
                }
            }
        }
        return cells.toArray(String[]::new);
    }

    private String[] means(List<Figure<LayerRow>> figures, boolean all) {
        List<String> cells = new ArrayList<>(List.of("geometric mean"));
        for (Figure<LayerRow> figure : figures) {
            cells.add("");
            for (int run = 1; run < runs; run++) {
                if (all) {
                    cells.add("");
                }
                if (LayerFigures.hasRatio(figure)) {
                    cells.add(TerminalText.ratio(comparison.layers().geometricMean(figure, run)));
                }
            }
        }
        return cells.toArray(String[]::new);
    }

    private String name(AlignedLayers.Aligned layer) {
        if (layer.isEverywhere() || layer.isStatic()) {
            return layer.name();
        }
        List<String> in = IntStream.range(0, runs)
                .filter(layer::isIn)
                .mapToObj(Comparison::letter)
                .toList();
        return layer.name() + " (only " + String.join(", ", in) + ")";
    }
}
