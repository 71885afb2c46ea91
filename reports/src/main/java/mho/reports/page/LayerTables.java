package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.reports.medium.PageText;
import mho.reports.metrics.Definition;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.metrics.ZeroSkipping;
import org.jspecify.annotations.Nullable;

/** Tables with a row for each layer. */
final class LayerTables {
    private static final DataTable.Column LAYER = DataTable.Column.text("layer", "");

    private static final String LEFT_OUT =
            "of one group's matrix, of nothing but zeros and not stored (mapping.compact)";
    private static final String SKIPPED =
            "part of the rows' phases in which a row is zero and not driven (tile.core.driver.skip-zeros): counted where there are data, else as stated";

    private LayerTables() {}

    /** Everything about a layer at a glance. */
    static DataTable all(List<LayerRow> layers, ZeroSkipping zeros) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                LAYER,
                DataTable.Column.text("kind", ""),
                DataTable.Column.number("windows", "", "output positions, or steps of a recurrence"),
                DataTable.Column.number("copies", "", "how often the layer's matrix is held"),
                DataTable.Column.number("arrays", "", "of all its copies"),
                DataTable.Column.number("tiles", "", "it sits in"),
                number("work", Definition.OP),
                number("latency", Definition.LATENCY_OF_A_LAYER),
                number("least interval", Definition.LEAST_INTERVAL),
                DataTable.Column.number("energy", "", "dynamic, of one input"),
                number("rate", Definition.RATE),
                number("per watt", Definition.OPS_PER_JOULE),
                number("utilization", Definition.UTILIZATION_OF_A_LAYER),
                DataTable.Column.text("bottleneck", Definition.BOTTLENECK_OF_A_LAYER.words()),
                number("its utilization", Definition.BOTTLENECK_OF_A_LAYER)));
        if (zeros.leftOut()) {
            columns.add(DataTable.Column.number("rows left out", "", LEFT_OUT));
            columns.add(DataTable.Column.number("columns left out", "", LEFT_OUT));
        }
        if (zeros.areSkipped()) {
            columns.add(DataTable.Column.number("row phases skipped", "", SKIPPED));
        }
        return new DataTable(
                "layer-table",
                "Every layer",
                columns,
                layers.stream().map(layer -> row(layer, zeros, columns.size())).toList());
    }

    private static DataTable.Row row(LayerRow layer, ZeroSkipping zeros, int columns) {
        if (layer.isStatic()) {
            List<DataTable.Cell> cells = new ArrayList<>(
                    List.of(DataTable.Cell.text("(static)"), DataTable.Cell.text("leakage, of all parts")));
            while (cells.size() < columns) {
                cells.add(cells.size() == 9 ? figure(layer.energyJ(), "J") : DataTable.Cell.none());
            }
            return new DataTable.Row(cells, List.of());
        }
        boolean works = layer.ops() > 0;
        List<DataTable.Cell> cells = new ArrayList<>(List.of(
                DataTable.Cell.text(layer.name()),
                DataTable.Cell.text(layer.kind()),
                count(layer.windows()),
                count(layer.copies()),
                count(layer.arrays()),
                count(layer.tiles()),
                works ? figure((double) layer.ops(), "OP") : DataTable.Cell.none(),
                figure(layer.latencyS(), "s"),
                figure(layer.leastIntervalS(), "s"),
                figure(layer.energyJ(), "J"),
                works ? figure(layer.opsPerS(), "OP/s") : DataTable.Cell.none(),
                works ? figure(layer.opsPerJ(), "OP/s/W") : DataTable.Cell.none(),
                percent(layer.utilization()),
                DataTable.Cell.text(Objects.requireNonNullElse(layer.bottleneck(), "–")),
                percent(layer.bottleneckUtilization())));
        if (zeros.leftOut()) {
            cells.add(count(layer.rowsLeftOut()));
            cells.add(count(layer.columnsLeftOut()));
        }
        if (zeros.areSkipped()) {
            cells.add(percent(zeros.skipped(layer)));
        }
        return new DataTable.Row(cells, List.of());
    }

    /** The numbers of the energy chart. */
    static DataTable energy(Report report) {
        List<String> parts = report.components().stream()
                .map(part -> part.name())
                .filter(part -> report.layers().stream()
                        .anyMatch(layer -> layer.energyByComponentJ().containsKey(part)))
                .toList();
        List<DataTable.Column> columns = new ArrayList<>(List.of(LAYER, DataTable.Column.number("all", "", "")));
        parts.forEach(part -> columns.add(DataTable.Column.number(part, "", "")));
        List<DataTable.Row> rows = new ArrayList<>();
        for (LayerRow layer : report.layers()) {
            List<DataTable.Cell> cells =
                    new ArrayList<>(List.of(DataTable.Cell.text(layer.name()), figure(layer.energyJ(), "J")));
            parts.forEach(part -> cells.add(figure(layer.energyByComponentJ().get(part), "J")));
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
        List<DataTable.Column> columns = List.of(
                LAYER,
                number("work", Definition.OP),
                number("rate", Definition.RATE),
                number("through buffers", Definition.BUFFER_BYTES),
                number("ops per byte", Definition.INTENSITY),
                number("through the network", Definition.NETWORK_BYTES),
                number("ops per byte", Definition.INTENSITY));
        List<DataTable.Row> rows = report.layers().stream()
                .filter(layer -> !layer.isStatic())
                .map(layer -> DataTable.Row.of(
                        DataTable.Cell.text(layer.name()),
                        figure((double) layer.ops(), "OP"),
                        figure(layer.opsPerS(), "OP/s"),
                        figure(layer.bufferBytes(), "B"),
                        intensity(layer, layer.bufferBytes()),
                        figure(layer.networkBytes(), "B"),
                        intensity(layer, layer.networkBytes())))
                .toList();
        return new DataTable("roofline-table", "Operations and bytes of each layer, for one input", columns, rows);
    }

    private static DataTable.Cell intensity(LayerRow layer, double bytes) {
        return bytes > 0 && layer.ops() > 0 ? figure(layer.ops() / bytes, "") : DataTable.Cell.none();
    }

    private static DataTable.Column number(String label, Definition meaning) {
        return DataTable.Column.number(label, "", meaning.words());
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
