package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** Many runs, a line each: their ratios to the base. */
final class RunLines {
    private RunLines() {}

    static String of(Comparison comparison, Terminal terminal) {
        List<Figure<Report>> metrics = RunFigures.in(Place.RUN_LINE).stream()
                .filter(metric -> comparison.totals(metric).isAnywhere())
                .toList();
        List<String> head = new ArrayList<>(List.of("over the base"));
        metrics.forEach(metric -> head.add(metric.column(Place.RUN_LINE).heading()));
        List<Figure<LayerRow>> means = LayerFigures.TABLE.in(Place.RUN_LINE);
        means.forEach(figure -> head.add(figure.column(Place.RUN_LINE).heading()));
        TextTable table = new TextTable("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
        for (int run = 0; run < comparison.runs().size(); run++) {
            List<String> cells = new ArrayList<>(List.of(Comparison.letter(run)));
            for (Figure<Report> metric : metrics) {
                FigureOfRuns figures = comparison.totals(metric);
                cells.add(
                        run == 0 ? RatioText.figure(metric, figures.of(0)) : RatioText.overBase(metric, figures, run));
            }
            for (Figure<LayerRow> figure : means) {
                cells.add(run == 0 ? "" : TerminalText.ratio(comparison.layers().geometricMean(figure, run)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.on(terminal);
    }
}
