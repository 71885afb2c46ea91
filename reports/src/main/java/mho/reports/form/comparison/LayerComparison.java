package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.compare.AlignedLayers;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.LayerFigure;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** Layers of several runs beside one another: one table for two runs, one for each figure of more. */
final class LayerComparison {
    private static final List<LayerFigure> ALWAYS =
            List.of(LayerFigure.ENERGY, LayerFigure.LATENCY, LayerFigure.INTERVAL, LayerFigure.UTILIZATION);
    private static final List<LayerFigure> VALUES = List.of(LayerFigure.SQNR, LayerFigure.CLIPPED);

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
            ALWAYS.forEach(figure -> texts.add(tables.table(figure.label(), List.of(figure), false)));
        }
        List<LayerFigure> values = VALUES.stream().filter(tables::isSomething).toList();
        if (!values.isEmpty()) {
            texts.add(tables.table("values", values, true));
        }
        return String.join("\n", texts);
    }

    private boolean isSomething(LayerFigure figure) {
        return comparison.layers().rows().stream()
                .anyMatch(layer -> layer.figures(figure).isSomething());
    }

    /** @param all whether every run's figures are shown, or the base's and the ratios of the others; decibels always are */
    private String table(String title, List<LayerFigure> figures, boolean all) {
        List<String> head = new ArrayList<>(List.of(title));
        List<List<Integer>> own = new ArrayList<>();
        for (LayerFigure figure : figures) {
            int from = head.size();
            String named = title.equals(figure.label()) ? "" : figure.label() + " ";
            head.add(named + Comparison.letter(0));
            for (int run = 1; run < runs; run++) {
                if (all) {
                    head.add(Comparison.letter(run));
                }
                if (figure.hasRatio()) {
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
        if (figures.stream().anyMatch(LayerFigure::hasRatio)) {
            table.rule().row(means(figures, all));
        }
        return table.on(terminal);
    }

    private String[] row(AlignedLayers.Aligned layer, List<LayerFigure> figures, boolean all) {
        List<String> cells = new ArrayList<>(List.of(name(layer)));
        for (LayerFigure figure : figures) {
            FigureOfRuns of = layer.figures(figure);
            boolean none = !of.isAnywhere();
            cells.add(none ? "" : text(figure, of.of(0)));
            for (int run = 1; run < runs; run++) {
                if (all) {
                    cells.add(none ? "" : text(figure, of.of(run)));
                }
                if (figure.hasRatio()) {
                    cells.add(none ? "" : TerminalText.ratio(of.ratio(run)));
                }
            }
        }
        return cells.toArray(String[]::new);
    }

    private String[] means(List<LayerFigure> figures, boolean all) {
        List<String> cells = new ArrayList<>(List.of("geometric mean"));
        for (LayerFigure figure : figures) {
            cells.add("");
            for (int run = 1; run < runs; run++) {
                if (all) {
                    cells.add("");
                }
                if (figure.hasRatio()) {
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

    private static String text(LayerFigure figure, @Nullable Double value) {
        return switch (figure) {
            case UTILIZATION, CLIPPED -> TerminalText.percent(value);
            case SQNR -> TerminalText.decibels(value);
            default -> TerminalText.of(value, figure.unit());
        };
    }
}
