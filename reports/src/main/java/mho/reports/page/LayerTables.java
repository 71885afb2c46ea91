package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.medium.PageText;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** Tables with a row for each layer. */
final class LayerTables {
    private static final DataTable.Column LAYER = DataTable.Column.text("layer", "");

    private LayerTables() {}

    /** Everything about a layer at a glance. */
    static DataTable all(Report report, Unfolding unfolding) {
        return FigureColumns.table(
                "layer-table",
                "Every layer",
                LayerFigures.read(Place.PAGE, report),
                Place.PAGE,
                report.layers(),
                layer -> key -> unfolding.known(Unfolding.name("layers", layer.name(), key)));
    }

    /** The numbers of the energy chart. */
    static DataTable energy(Report report) {
        List<String> parts = report.components().stream()
                .map(part -> part.name())
                .filter(part -> report.layers().stream()
                        .anyMatch(layer -> layer.energy().byComponentJ().containsKey(part)))
                .toList();
        List<DataTable.Column> columns = new ArrayList<>(List.of(LAYER, DataTable.Column.number("all", "", "")));
        parts.forEach(part -> columns.add(DataTable.Column.number(part, "", "")));
        List<DataTable.Row> rows = new ArrayList<>();
        for (LayerRow layer : report.layers()) {
            List<DataTable.Cell> cells = new ArrayList<>(List.of(
                    DataTable.Cell.text(layer.name()), figure(layer.energy().totalJ(), "J")));
            parts.forEach(part -> cells.add(figure(layer.energy().byComponentJ().get(part), "J")));
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable("energy-table", "Energy of each layer by component", columns, rows);
    }

    /** The numbers of the pipeline's chart. */
    static DataTable pipeline(Report report) {
        List<LayerRow> layers =
                report.layers().stream().filter(layer -> !layer.isStatic()).toList();
        int inputs = layers.stream().mapToInt(l -> l.inputs().size()).max().orElse(0);
        List<DataTable.Column> columns = new ArrayList<>(List.of(LAYER));
        for (int i = 1; i <= inputs; i++) {
            columns.add(DataTable.Column.number("input " + i + " starts", "", ""));
            columns.add(DataTable.Column.number("input " + i + " done", "", ""));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (LayerRow layer : layers) {
            List<DataTable.Cell> cells = new ArrayList<>(List.of(DataTable.Cell.text(layer.name())));
            layer.inputs().forEach(span -> {
                cells.add(figure(span.startS(), "s"));
                cells.add(figure(span.finishS(), "s"));
            });
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable("pipeline-table", "When each layer works on the first inputs", columns, rows);
    }

    /** The numbers of the roofline. */
    static DataTable roofline(Report report) {
        return FigureColumns.table(
                "roofline-table",
                "Operations and bytes of each layer, for one input",
                LayerFigures.TABLE.in(Place.ROOFLINE),
                Place.ROOFLINE,
                report.layers().stream().filter(layer -> !layer.isStatic()).toList());
    }

    static DataTable.Cell count(long number) {
        return DataTable.Cell.number(PageText.count(number), (double) number);
    }

    static DataTable.Cell figure(@Nullable Double si, String unit) {
        if (unit.equals("%")) {
            return percent(si);
        }
        return si == null ? DataTable.Cell.none() : DataTable.Cell.number(PageText.of(si, unit), si);
    }

    static DataTable.Cell percent(@Nullable Double part) {
        return part == null ? DataTable.Cell.none() : DataTable.Cell.number(PageText.percent(part), part);
    }
}
