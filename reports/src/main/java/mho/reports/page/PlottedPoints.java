package mho.reports.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import mho.reports.form.sweep.SweepTable;
import mho.reports.medium.Json;

/**
 * The points of a sweep as its charts are drawn from.
 *
 * @param computed how many points have figures
 * @param drawn those that are drawn: all, or if they are too many the front and evenly some of the others
 */
record PlottedPoints(SweepTable sweep, List<SweepAxis> axes, int computed, List<SweepTable.Row> drawn) {
    /** A browser draws so many marks at once without trouble. */
    static final int MOST = 4000;

    private static final double MUCH = 30;

    static PlottedPoints of(SweepTable sweep) {
        List<SweepAxis> axes = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            axes.add(SweepAxis.of(sweep, i));
        }
        List<SweepTable.Row> computed =
                sweep.rows().stream().filter(row -> row.failure() == null).toList();
        return new PlottedPoints(sweep, List.copyOf(axes), computed.size(), thinned(computed));
    }

    private static List<SweepTable.Row> thinned(List<SweepTable.Row> rows) {
        if (rows.size() <= MOST) {
            return rows;
        }
        int every = (rows.size() + MOST - 1) / MOST;
        List<SweepTable.Row> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i % every == 0 || rows.get(i).pareto()) {
                some.add(rows.get(i));
            }
        }
        return List.copyOf(some);
    }

    List<String> labels() {
        return sweep.columns().stream().map(SweepTable.Column::label).toList();
    }

    String label(String key) {
        return sweep.columns().stream()
                .filter(column -> column.key().equals(key))
                .map(SweepTable.Column::label)
                .findFirst()
                .orElse(key);
    }

    /** Column of an objective; of the first column there is where there are not so many objectives. */
    int objective(int n) {
        int column = n < sweep.objectives().size()
                ? columnOf(sweep.objectives().get(n).key())
                : n;
        return Math.max(0, Math.min(column, sweep.columns().size() - 1));
    }

    private int columnOf(String key) {
        for (int i = 0; i < sweep.columns().size(); i++) {
            if (sweep.columns().get(i).key().equals(key)) {
                return i;
            }
        }
        return 0;
    }

    /** Whether a figure spans so much that a linear scale would hide its small values. */
    boolean spans(int column) {
        DoubleSummaryStatistics sizes = drawn.stream()
                .map(row -> row.metrics().get(column))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return sizes.getMin() > 0 && sizes.getMax() > MUCH * sizes.getMin();
    }

    ChartData island() {
        return ChartData.of(this::writeAll);
    }

    /** All that the charts of points are drawn from. */
    void writeAll(Json all) throws IOException {
        all.putEach("axes", axes, SweepAxis::write)
                .putEach("columns", sweep.columns(), (of, column) -> of.put("key", column.key())
                        .put("label", column.label())
                        .put("unit", column.shownIn()))
                .putEach("objectives", sweep.objectives(), (of, goal) -> of.put("column", columnOf(goal.key()))
                        .put("minimise", goal.minimise()))
                .putEach("points", drawn, this::write);
    }

    private void write(Json json, SweepTable.Row row) throws IOException {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            at.add(axes.get(i).texts().indexOf(row.settings().get(i)));
        }
        json.put("number", row.number())
                .putNumbers("at", at)
                .putNumbers("metrics", row.metrics())
                .put("front", row.pareto())
                .put("allowed", row.allowed());
    }
}
