package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.reports.figures.Definition;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerValueFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.figures.ValueFigures;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** What the arrays computed: answers as a whole, deviations layer by layer. */
final class ReportValues {
    private ReportValues() {}

    static Section section(Report report, Unfolding unfolding) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Facts(FigureColumns.facts(RunFigures.in(Place.PAGE, "values"), report, unfolding::known)),
                new Block.Pair(
                        new Block.Chart(
                                "sqnr",
                                "SQNR of each layer",
                                Definition.SQNR.sentence() + " The more, the better; 6 dB are a bit.",
                                "value-table"),
                        new Block.Chart(
                                "clipping",
                                "Clipping and saturation of each layer",
                                "Parts of all conversions, integrations, inputs and outputs that ran out of range.",
                                "value-table")),
                new Block.Table(table(report))));
        Values values = report.values();
        if (values != null && values.accuracy() != null && unfolding.known(ValueFigures.ACCURACY) == null) {
            blocks.add(
                    1,
                    new Block.Prose(
                            "What of the accuracy each effect takes is not in this page, for every one takes"
                                    + " runs of values of its own: mho explain of the run's directory tells (accuracy), or mho run --explain."));
        }
        return new Section("values", "Values", blocks);
    }

    private static DataTable table(Report report) {
        List<Figure<LayerValues>> figures = LayerValueFigures.TABLE.in(Place.PAGE);
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.text("layer", "")));
        columns.addAll(FigureColumns.of(figures, Place.PAGE));
        List<DataTable.Row> rows = new ArrayList<>();
        for (LayerRow layer : report.layers()) {
            LayerValues values = layer.values();
            if (values != null) {
                List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(layer.name())));
                cells.addAll(FigureColumns.cells(figures, Place.PAGE, values));
                rows.add(new DataTable.Row(cells, List.of()));
            }
        }
        return new DataTable("value-table", "Layers in arrays", columns, rows);
    }
}
