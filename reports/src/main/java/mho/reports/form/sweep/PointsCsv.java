package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mho.reports.medium.Csv;
import org.jspecify.annotations.Nullable;

/** {@code points.csv} and {@code pareto.csv}: a line a point, its settings, every metric in SI units, what became of it. */
public final class PointsCsv {
    private static final String POINT = "point";
    private static final List<String> STATE = List.of("allowed", "pareto", "config", "failure");

    private static final int HASH_DIGITS = 12;

    private final SweepTable table;
    private final AxisColumns axes;
    private final List<@Nullable String> hashes;

    /** @param hashes of the points, null where a point has none */
    public PointsCsv(SweepTable table, List<Point> points, List<@Nullable String> hashes) {
        this.table = table;
        this.hashes = hashes;
        List<String> others = new ArrayList<>(STATE);
        others.add(POINT);
        table.columns().forEach(column -> others.add(column.key()));
        this.axes = new AxisColumns(table.axes(), points, others);
    }

    public String of(Predicate<SweepTable.Row> wanted) {
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
        line.add(sha256 == null ? "" : shortHash(sha256));
        line.add(row.failure() == null ? "" : row.failure());
        return line;
    }

    /** A configuration's hash as points.csv and the directories of points show it. */
    public static String shortHash(String sha256) {
        return sha256.substring(0, HASH_DIGITS);
    }
}
