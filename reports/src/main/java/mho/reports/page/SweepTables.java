package mho.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mho.reports.figures.Place;
import mho.reports.form.sweep.SeedGroup;
import mho.reports.form.sweep.SweepFigures;
import mho.reports.form.sweep.SweepTable;
import org.jspecify.annotations.Nullable;

/** The tables of a sweep: the best by each objective, and every point. */
final class SweepTables {
    private static final String FRONT = "on the Pareto front";
    private static final String ALLOWED = "within the constraints";
    private static final int MOST = 5000;

    private SweepTables() {}

    /** The best point within the constraints, objective by objective; networks are no rivals, each has its own. */
    static DataTable best(SweepTable sweep) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.text("objective", ""),
                DataTable.Column.number("best", "", "within the constraints"),
                DataTable.Column.number("point", "", "")));
        sweep.axes().forEach(axis -> columns.add(DataTable.Column.text(axis, "")));
        List<DataTable.Row> rows = new ArrayList<>();
        for (SweepTable.Objective goal : sweep.objectives()) {
            for (int i = 0; i < sweep.columns().size(); i++) {
                if (sweep.columns().get(i).key().equals(goal.key())) {
                    int column = i;
                    sweep.networks().forEach(network -> rows.add(best(sweep, goal, column, network)));
                }
            }
        }
        return new DataTable("best", "The best by each objective alone", columns, rows);
    }

    private static DataTable.Row best(SweepTable sweep, SweepTable.Objective goal, int column, String network) {
        SweepTable.Column metric = sweep.columns().get(column);
        Comparator<SweepTable.Row> rising =
                Comparator.comparing(row -> java.util.Objects.requireNonNull(metric(row, column)));
        Optional<SweepTable.Row> best = sweep.rows().stream()
                .filter(row -> row.allowed()
                        && metric(row, column) != null
                        && sweep.network(row).equals(network))
                .min(goal.minimise() ? rising : rising.reversed());
        List<DataTable.Cell> cells = new ArrayList<>();
        cells.add(DataTable.Cell.text(metric.label()
                + (goal.minimise() ? ", low" : ", high")
                + (sweep.networks().size() > 1 ? ", " + network : "")));
        if (best.isEmpty()) {
            sweep.axes().forEach(axis -> cells.add(DataTable.Cell.none()));
            cells.add(DataTable.Cell.none());
            cells.add(DataTable.Cell.none());
            return new DataTable.Row(cells, List.of());
        }
        cells.add(LayerTables.figure(metric(best.get(), column), metric.shownIn()));
        cells.add(LayerTables.count(best.get().number()));
        best.get().settings().forEach(setting -> cells.add(DataTable.Cell.text(setting)));
        return new DataTable.Row(cells, List.of());
    }

    /** Points that differ in their seeds alone, by mean and deviation. */
    static DataTable seeds(SweepTable sweep) {
        List<SeedGroup> groups = SeedGroup.of(sweep);
        List<DataTable.Column> columns = new ArrayList<>();
        groups.get(0).settings().keySet().forEach(path -> columns.add(DataTable.Column.text(path, "")));
        columns.add(DataTable.Column.number("seeds", "", ""));
        List<SweepTable.Column> metrics = sweep.columns().stream()
                .filter(metric -> groups.get(0).means().containsKey(metric.key()))
                .toList();
        for (SweepTable.Column metric : metrics) {
            columns.add(DataTable.Column.number(metric.label(), "", "mean over the seeds"));
            columns.add(DataTable.Column.number("±", "", "standard deviation, of a sample (n - 1)"));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (SeedGroup group : groups.subList(0, Math.min(MOST, groups.size()))) {
            List<DataTable.Cell> cells = new ArrayList<>();
            group.settings().values().forEach(setting -> cells.add(DataTable.Cell.text(setting)));
            cells.add(LayerTables.count(group.seeds()));
            for (SweepTable.Column metric : metrics) {
                cells.add(LayerTables.figure(group.means().get(metric.key()), metric.shownIn()));
                cells.add(LayerTables.figure(group.deviations().get(metric.key()), metric.shownIn()));
            }
            rows.add(new DataTable.Row(cells, List.of()));
        }
        return new DataTable("seed-table", "Points that differ in their seeds alone", columns, rows);
    }

    /** Who set what; figures that nobody set have their source in the chip file. */
    static DataTable set(SweepTable sweep) {
        return FigureColumns.table(
                "set-table",
                "Figures of the chips that were set, or followed one that was",
                SweepFigures.setOnPage(),
                Place.PAGE,
                sweep.set());
    }

    private static @Nullable Double metric(SweepTable.Row row, int column) {
        return row.failure() == null ? row.metrics().get(column) : null;
    }

    /** Points that have no figures, and why: apart from the others, among which they would be rows of nothing. */
    static DataTable failed(SweepTable sweep, PlottedPoints points) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.number("point", "", "")));
        points.axes().forEach(axis -> columns.add(column(axis)));
        columns.add(DataTable.Column.text("why it has no figures", ""));
        List<DataTable.Row> rows = new ArrayList<>();
        for (SweepTable.Row row : sweep.rows()) {
            if (row.failure() != null && rows.size() < MOST) {
                List<DataTable.Cell> cells = new ArrayList<>(List.of(LayerTables.count(row.number())));
                for (int i = 0; i < points.axes().size(); i++) {
                    cells.add(setting(points.axes().get(i), row.settings().get(i)));
                }
                cells.add(DataTable.Cell.text(row.failure()));
                rows.add(new DataTable.Row(cells, List.of()));
            }
        }
        return new DataTable("failed-table", "Points without figures", columns, rows);
    }

    private static DataTable.Column column(SweepAxis axis) {
        return axis.numbers() == null
                ? DataTable.Column.text(axis.path(), "")
                : DataTable.Column.number(axis.path(), "", "");
    }

    /** Every point that has figures; of very many, the front. */
    static DataTable points(SweepTable sweep, PlottedPoints points) {
        boolean all = sweep.rows().size() <= MOST;
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.number("point", "", "")));
        points.axes().forEach(axis -> columns.add(column(axis)));
        columns.add(
                DataTable.Column.text(
                        "state",
                        "dominated: another point within the constraints is better in one objective and no worse in the others"));
        List<Integer> metrics = metrics(sweep);
        metrics.forEach(metric ->
                columns.add(DataTable.Column.number(sweep.columns().get(metric).label(), "", "")));
        return new DataTable(
                "point-table",
                all ? "Every point with figures" : "The Pareto front; points.csv has every point",
                columns,
                sweep.rows().stream()
                        .filter(row -> row.failure() == null && (all || row.pareto()))
                        .map(row -> row(sweep, points, metrics, row))
                        .toList(),
                List.of(FRONT, ALLOWED));
    }

    /** Places of the metrics that some point has. */
    private static List<Integer> metrics(SweepTable sweep) {
        return IntStream.range(0, sweep.columns().size())
                .filter(metric -> sweep.rows().stream().anyMatch(row -> metric(row, metric) != null))
                .boxed()
                .toList();
    }

    private static DataTable.Row row(
            SweepTable sweep, PlottedPoints points, List<Integer> metrics, SweepTable.Row row) {
        List<DataTable.Cell> cells = new ArrayList<>();
        cells.add(LayerTables.count(row.number()));
        for (int i = 0; i < points.axes().size(); i++) {
            cells.add(setting(points.axes().get(i), row.settings().get(i)));
        }
        cells.add(DataTable.Cell.text(state(row)));
        for (int metric : metrics) {
            cells.add(LayerTables.figure(
                    metric(row, metric), sweep.columns().get(metric).shownIn()));
        }
        List<String> marks = new ArrayList<>();
        if (row.pareto()) {
            marks.add(FRONT);
        }
        if (row.allowed()) {
            marks.add(ALLOWED);
        }
        return new DataTable.Row(cells, marks);
    }

    private static DataTable.Cell setting(SweepAxis axis, String text) {
        return axis.numbers() == null
                ? DataTable.Cell.text(text)
                : DataTable.Cell.number(text, axis.numbers().get(axis.texts().indexOf(text)));
    }

    private static String state(SweepTable.Row row) {
        return row.pareto() ? FRONT : row.allowed() ? "dominated" : "outside the constraints";
    }
}
