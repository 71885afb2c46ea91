package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mho.reports.form.Csv;
import org.jspecify.annotations.Nullable;

/** {@code points.csv} and {@code pareto.csv}: a line a point, its settings, every metric in SI units, what became of it. */
final class PointsCsv {
    private PointsCsv() {}

    /** @param hashes of the points, null where a point has none */
    static String of(SweepTable table, List<@Nullable String> hashes, Predicate<SweepTable.Row> wanted) {
        List<String> head = new ArrayList<>(List.of("point"));
        head.addAll(table.axes());
        table.columns().forEach(column -> head.add(column.key()));
        head.addAll(List.of("allowed", "pareto", "config", "failure"));
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            if (wanted.test(table.rows().get(i))) {
                lines.add(line(table.rows().get(i), hashes.get(i)));
            }
        }
        return Csv.of(head, lines);
    }

    private static List<String> line(SweepTable.Row row, @Nullable String sha256) {
        List<String> line = new ArrayList<>();
        line.add(Integer.toString(row.number()));
        line.addAll(row.settings());
        row.metrics().forEach(figure -> line.add(Csv.exact(figure)));
        line.add(row.allowed() ? "yes" : "no");
        line.add(row.pareto() ? "yes" : "no");
        line.add(sha256 == null ? "" : SweepDirectory.shown(sha256));
        line.add(row.failure() == null ? "" : row.failure());
        return line;
    }
}
