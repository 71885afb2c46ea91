package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.form.sweep.SweepFigures.PointOf;
import mho.reports.medium.CellTable;
import mho.reports.medium.CellType;
import org.jspecify.annotations.Nullable;

/** {@code points.csv} and {@code pareto.csv}: a line a point, its settings, every metric in SI units, what became of it. */
public final class PointsCsv {
    private static final int HASH_DIGITS = 12;

    private final List<Figure<PointOf>> figures;
    private final SweepTable table;
    private final AxisColumns axes;
    private final List<@Nullable String> hashes;

    /** @param hashes of the points, null where a point has none */
    public PointsCsv(SweepTable table, List<Point> points, List<@Nullable String> hashes) {
        this.table = table;
        this.figures = SweepFigures.pointsOf(table).in(Place.CSV);
        this.hashes = hashes;
        this.axes = new AxisColumns(table.axes(), points, heads());
    }

    private List<String> heads() {
        return figures.stream()
                .map(figure -> figure.column(Place.CSV).heading())
                .toList();
    }

    public String of(Predicate<SweepTable.Row> wanted) {
        return table(wanted).csv();
    }

    /** The same, in whatever form it is to be. */
    public CellTable table(Predicate<SweepTable.Row> wanted) {
        List<String> head = withAxes(heads(), axes.names());
        List<CellType> types = withAxes(figures.stream().map(Figure::cell).toList(), axes.types());
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            SweepTable.Row row = table.rows().get(i);
            if (wanted.test(row)) {
                PointOf point = new PointOf(table, row, hashes.get(i));
                lines.add(withAxes(
                        figures.stream().map(figure -> figure.csv(point)).toList(), axes.cells(i)));
            }
        }
        return new CellTable(head, types, lines);
    }

    /** Behind the number of the point. */
    private static <C> List<C> withAxes(List<C> cells, List<C> settings) {
        List<C> all = new ArrayList<>(cells);
        all.addAll(1, settings);
        return all;
    }

    /** A configuration's hash as points.csv and the directories of points show it. */
    public static String shortHash(String sha256) {
        return sha256.substring(0, HASH_DIGITS);
    }
}
