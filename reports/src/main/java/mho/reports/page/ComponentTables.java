package mho.reports.page;

import java.util.List;
import mho.reports.medium.PageText;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.Report;

/** Tables with a row for each kind of part. */
final class ComponentTables {
    private ComponentTables() {}

    static DataTable parts(Report report) {
        double energyJ = report.totals().energyJ();
        double areaM2 = report.totals().areaM2();
        return new DataTable(
                "components",
                "Every kind of part, on the chips in use",
                List.of(
                        DataTable.Column.text("part", "path in the chip file"),
                        DataTable.Column.number("instances", "", ""),
                        DataTable.Column.number("area", "", "of all instances"),
                        DataTable.Column.number("of the area", "", ""),
                        DataTable.Column.number("energy", "", "of one input, leakage over the interval included"),
                        DataTable.Column.number("of the energy", "", "")),
                report.components().stream()
                        .map(part -> DataTable.Row.of(
                                DataTable.Cell.text(part.name()),
                                DataTable.Cell.number(PageText.plain(part.instances()), part.instances()),
                                LayerTables.figure(part.areaM2(), "m2"),
                                LayerTables.percent(ReportPage.part(part.areaM2(), areaM2)),
                                LayerTables.figure(part.energyJ(), "J"),
                                LayerTables.percent(ReportPage.part(part.energyJ(), energyJ))))
                        .toList());
    }

    static DataTable actions(Report report) {
        return new DataTable(
                "actions",
                "What the parts did for one input, and what it cost",
                List.of(
                        DataTable.Column.text("part", ""),
                        DataTable.Column.text("action", "static is leakage, counted in instance-seconds"),
                        DataTable.Column.number("count", "", ""),
                        DataTable.Column.number("energy", "", ""),
                        DataTable.Column.text("price from", "")),
                report.components().stream()
                        .flatMap(part -> part.actions().stream().map(action -> row(part, action)))
                        .toList());
    }

    private static DataTable.Row row(ComponentRow part, ComponentRow.ActionRow action) {
        return DataTable.Row.of(
                DataTable.Cell.text(part.name()),
                DataTable.Cell.text(action.action()),
                DataTable.Cell.number(PageText.plain(action.count()), action.count()),
                LayerTables.figure(action.energyJ(), "J"),
                DataTable.Cell.text(action.source()));
    }
}
