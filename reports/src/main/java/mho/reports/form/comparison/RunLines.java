package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.LayerFigure;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.metrics.Metric;

/** Many runs, a line each: their ratios to the base. */
final class RunLines {
    private static final List<Metric> METRICS = List.of(
            Metric.ENERGY,
            Metric.LATENCY,
            Metric.INTERVAL,
            Metric.AREA,
            Metric.PER_JOULE,
            Metric.ACCURACY,
            Metric.SQNR);

    private RunLines() {}

    static String of(Comparison comparison, Terminal terminal) {
        List<Metric> metrics = METRICS.stream()
                .filter(metric -> comparison.totals(metric).isAnywhere())
                .toList();
        List<String> head = new ArrayList<>(List.of("over the base"));
        metrics.forEach(metric -> head.add(metric.label()));
        List<LayerFigure> means = List.of(LayerFigure.ENERGY, LayerFigure.LATENCY);
        means.forEach(figure -> head.add("layers' " + figure.label()));
        TextTable table = new TextTable("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
        for (int run = 0; run < comparison.runs().size(); run++) {
            List<String> cells = new ArrayList<>(List.of(Comparison.letter(run)));
            for (Metric metric : metrics) {
                FigureOfRuns figures = comparison.totals(metric);
                cells.add(
                        run == 0
                                ? TerminalText.of(metric, figures.of(0))
                                : TerminalText.overBase(metric, figures, run));
            }
            for (LayerFigure figure : means) {
                cells.add(run == 0 ? "" : TerminalText.ratio(comparison.layers().geometricMean(figure, run)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.on(terminal);
    }
}
