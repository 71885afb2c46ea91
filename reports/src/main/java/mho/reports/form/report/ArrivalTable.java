package mho.reports.form.report;

import mho.reports.figures.ArrivalFigures;
import mho.reports.figures.FigureText;
import mho.reports.figures.Place;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.metrics.ArrivalLatency;
import mho.reports.metrics.Report;

/** How long inputs took that came from outside, where any did. */
final class ArrivalTable {
    private ArrivalTable() {}

    static String of(Report report, Terminal terminal) {
        ArrivalLatency arrivals = report.arrivals();
        if (arrivals == null) {
            return "";
        }
        TextTable table = new TextTable("lw", "arrivals", "");
        return FigureText.lines(table, ArrivalFigures.TABLE.in(Place.TERMINAL), arrivals)
                        .on(terminal)
                + terminal.paragraph(String.join("\n", FigureText.footnotes(ArrivalFigures.TABLE)) + "\n")
                + "\n";
    }
}
