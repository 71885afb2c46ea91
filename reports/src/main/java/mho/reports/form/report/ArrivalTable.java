package mho.reports.form.report;

import mho.reports.figures.ArrivalFigures;
import mho.reports.figures.FigureText;
import mho.reports.figures.Place;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.metrics.OpenLatency;
import mho.reports.metrics.Report;

/** How long inputs took that came from outside, where any did. */
final class ArrivalTable {
    private ArrivalTable() {}

    static String of(Report report, Terminal terminal) {
        OpenLatency arrivals = report.arrivals();
        if (arrivals == null) {
            return "";
        }
        TextTable table = new TextTable("lw", "arrivals", "");
        return FigureText.lines(table, ArrivalFigures.TABLE.in(Place.TERMINAL), arrivals)
                        .on(terminal)
                + terminal.paragraph(
                        "Latency of arrivals: from when an input comes to its last output, waiting included.\n"
                                + "Offered load: mean rate at which inputs come x interval.\n")
                + "\n";
    }
}
