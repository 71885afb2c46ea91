package mho.reports.form.sweep;

import java.io.IOException;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/** {@code sweep --json}: what was asked, and every point with its settings as written and its metrics in SI base units. */
public final class SweepJson {
    private static final String SCHEMA = "mho.sweep/1";

    private final SweepTable table;

    private SweepJson(SweepTable table) {
        this.table = table;
    }

    public static String of(SweepTable table) {
        SweepJson form = new SweepJson(table);
        return Json.object(json -> json.put("schema", SCHEMA)
                .put("sweep", table.name())
                .putAll("axes", table.axes())
                .putEach("metrics", table.columns(), SweepJson::write)
                .putEach("objectives", table.objectives(), SweepJson::write)
                .putEach("set", table.set(), SweepJson::write)
                .putEach("points", table.rows(), form::write));
    }

    private static void write(Json json, SweepTable.Column column) throws IOException {
        json.put("metric", column.key()).put("unit", column.unit());
    }

    private static void write(Json json, SweepTable.SetFigure set) throws IOException {
        json.put("path", set.path())
                .put("values", set.values())
                .put("by", set.by())
                .put("points", set.points());
    }

    private static void write(Json json, SweepTable.Objective objective) throws IOException {
        json.put("metric", objective.key()).put("better", objective.minimise() ? "min" : "max");
    }

    private void write(Json json, SweepTable.Row row) throws IOException {
        json.put("point", row.number()).put("settings", settings -> {
            for (int axis = 0; axis < table.axes().size(); axis++) {
                settings.put(table.axes().get(axis), row.settings().get(axis));
            }
        });
        for (int c = 0; c < table.columns().size(); c++) {
            json.putOrNull(table.columns().get(c).key(), finite(row.metrics().get(c)));
        }
        json.put("allowed", row.allowed()).put("pareto", row.pareto()).putOrNull("failure", row.failure());
    }

    /** JSON has no infinity. */
    private static @Nullable Double finite(@Nullable Double figure) {
        return figure == null || !Double.isFinite(figure) ? null : figure;
    }
}
