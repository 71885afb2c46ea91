package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.ComponentFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.Report;

/** Tables with a row for each kind of part. */
final class ComponentTables {
    private ComponentTables() {}

    static DataTable parts(Report report, Unfolding unfolding) {
        return FigureColumns.table(
                "components",
                "Every kind of part, on the chips in use",
                ComponentFigures.TABLE.in(Place.PAGE),
                Place.PAGE,
                report.components(),
                part -> key -> unfolding.known(Unfolding.name("components", part.name(), key)));
    }

    static DataTable actions(Report report) {
        List<Figure<ComponentRow.ActionRow>> figures = ComponentFigures.ACTION.in(Place.PAGE);
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.text("part", "")));
        columns.addAll(FigureColumns.of(figures, Place.PAGE));
        List<DataTable.Row> rows = new ArrayList<>();
        for (ComponentRow part : report.components()) {
            for (ComponentRow.ActionRow action : part.actions()) {
                List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(part.name())));
                cells.addAll(FigureColumns.cells(figures, Place.PAGE, action));
                rows.add(new DataTable.Row(cells, List.of()));
            }
        }
        return new DataTable("actions", "What the parts did for one input, and what it cost", columns, rows);
    }
}
