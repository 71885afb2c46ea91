package mho.reports.form.report;

import mho.reports.figures.EntryFigures;
import mho.reports.figures.FigureText;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.medium.CellTable;
import mho.reports.metrics.Report;

/** {@code layers.csv} and {@code components.csv}: readable units, named in the head of each column. */
public final class ReportCsv {
    private ReportCsv() {}

    /** One line a layer. */
    public static String layers(Report report) {
        return layerTable(report).csv();
    }

    /** The same, in whatever form it is to be. */
    public static CellTable layerTable(Report report) {
        return FigureText.table(LayerFigures.in(Place.CSV, report.zeros()), report.layers());
    }

    /** One line for each action of a component that a layer causes. */
    public static String components(Report report) {
        return FigureText.csv(EntryFigures.TABLE.in(Place.CSV), report.entries());
    }
}
