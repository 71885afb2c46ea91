package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import mho.core.quantity.MessageText;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.SavedRun;
import mho.reports.figures.Figure;
import mho.reports.figures.RunFigures;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.metrics.Report;

/** Runs side by side, for people: what was configured differently, what came out, layer by layer, where the difference comes from. */
public final class ComparisonTable {
    /** Runs beyond these have one line each instead of columns. */
    static final int MOST_COLUMNS = 8;

    private static final int MOST_WITH_FIGURES = 3;

    private ComparisonTable() {}

    public static String of(Comparison comparison, Terminal terminal) {
        boolean few = comparison.runs().size() <= MOST_COLUMNS;
        return runs(comparison, terminal)
                + "\n"
                + DifferenceTable.of(
                        comparison.configuration(), comparison.runs().size(), terminal)
                + "\n"
                + (few ? totals(comparison, terminal) : RunLines.of(comparison, terminal))
                + "\n"
                + (few ? LayerComparison.of(comparison, terminal) + "\n" : "")
                + EnergyShiftTable.of(comparison, terminal)
                + "\n"
                + terminal.paragraph(notes(comparison));
    }

    private static String runs(Comparison comparison, Terminal terminal) {
        TextTable table = new TextTable("lllll", "run", "directory", "network", "chip", "limited by");
        for (int run = 0; run < comparison.runs().size(); run++) {
            SavedRun saved = comparison.runs().get(run);
            table.row(
                    Comparison.letter(run) + (run == 0 ? " (base)" : ""),
                    MessageText.plain(saved.name()),
                    saved.network() + ", " + saved.images() + (saved.images() == 1 ? " input" : " inputs"),
                    saved.chip(),
                    saved.bottleneck().isEmpty() ? "nothing" : saved.bottleneck());
        }
        return table.on(terminal);
    }

    private static String totals(Comparison comparison, Terminal terminal) {
        int runs = comparison.runs().size();
        boolean figures = runs <= MOST_WITH_FIGURES;
        List<String> head = new ArrayList<>(List.of("one input", Comparison.letter(0)));
        for (int run = 1; run < runs; run++) {
            if (figures) {
                head.add(Comparison.letter(run));
            }
            head.add(Comparison.over(run));
        }
        TextTable table = new TextTable("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
        for (int run = runs - 1; figures && run > 0; run--) {
            table.leavesOut(Comparison.letter(run));
        }
        for (Figure<Report> metric : RunFigures.metrics()) {
            FigureOfRuns of = comparison.totals(metric);
            if (of.isSomething()) {
                List<String> cells = new ArrayList<>(List.of(metric.label(), RatioText.figure(metric, of.of(0))));
                for (int run = 1; run < runs; run++) {
                    if (figures) {
                        cells.add(RatioText.figure(metric, of.of(run)));
                    }
                    cells.add(RatioText.overBase(metric, of, run));
                }
                table.row(cells.toArray(String[]::new));
            }
        }
        return table.on(terminal);
    }

    private static String notes(Comparison comparison) {
        return (comparison.runs().size() > MOST_COLUMNS
                        ? "Layers are shown for up to " + MOST_COLUMNS + " runs; --json and --csv list those of all.\n"
                        : "")
                + """
                B/A is a figure of B over that of the base A, of decibels the difference; "=" where they are the same. The geometric mean is over the layers that both
                have; leakage, the row (static), is none. Shares are of the whole difference in energy: they sum to 100 %, and a negative one
                goes the other way. Layers overlap in time, so latency and interval have no shares by layer; "limited by" says what sets the
                interval.
                """;
    }
}
