package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mho.reports.form.Csv;
import org.jspecify.annotations.Nullable;

/** {@code points.csv} and {@code pareto.csv}: a line a point, its settings, every metric in SI units, what became of it. */
final class PointsCsv {
    private static final String POINT = "point";
    private static final List<String> STATE = List.of("allowed", "pareto", "config", "failure");

    private final SweepTable table;
    private final AxisColumns axes;
    private final List<@Nullable String> hashes;

    /** @param hashes of the points, null where a point has none */
    PointsCsv(SweepTable table, List<Point> points, List<@Nullable String> hashes) {
        this.table = table;
        this.hashes = hashes;
        List<String> others = new ArrayList<>(STATE);
        others.add(POINT);
        table.columns().forEach(column -> others.add(column.key()));
        this.axes = new AxisColumns(table.axes(), points, others);
    }

    String of(Predicate<SweepTable.Row> wanted) {
        List<String> head = new ArrayList<>(List.of(POINT));
        head.addAll(axes.names());
        table.columns().forEach(column -> head.add(column.key()));
        head.addAll(STATE);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            if (wanted.test(table.rows().get(i))) {
                lines.add(line(i));
            }
        }
        return Csv.of(head, lines);
    }

    private List<String> line(int place) {
        SweepTable.Row row = table.rows().get(place);
        String sha256 = hashes.get(place);
        List<String> line = new ArrayList<>();
        line.add(Integer.toString(row.number()));
        line.addAll(axes.cells(place));
        row.metrics().forEach(figure -> line.add(Csv.exact(figure)));
        line.add(row.allowed() ? "yes" : "no");
        line.add(row.pareto() ? "yes" : "no");
        line.add(sha256 == null ? "" : SweepDirectory.shown(sha256));
        line.add(row.failure() == null ? "" : row.failure());
        return line;
    }
}
