package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import mho.reports.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep came to, point by point, in the order of the points.
 *
 * @param about how it was sampled, and how many points there are
 * @param axes what varied: paths of the chip file, or keys of {@code base}
 * @param command that asks the same again, in the sweep's directory
 * @param yaml the whole question
 */
public record SweepTable(
        String name,
        String about,
        List<String> axes,
        List<Column> columns,
        List<Objective> objectives,
        List<Row> rows,
        String command,
        String yaml) {
    public SweepTable {
        axes = List.copyOf(axes);
        columns = List.copyOf(columns);
        objectives = List.copyOf(objectives);
        rows = List.copyOf(rows);
    }

    /** A metric: key as in points.csv, label, unit in SI (empty if none). */
    public record Column(String key, String label, String unit) {
        /** The unit that people read it in: of parts of one, percent. */
        public String shownIn() {
            return Arrays.stream(Metric.values())
                            .anyMatch(metric -> metric.isPart() && metric.key().equals(key))
                    ? "%"
                    : unit;
        }
    }

    /** What the Pareto front is better in. */
    public record Objective(String key, boolean minimise) {}

    /**
     * A point.
     *
     * @param number counts from 1
     * @param settings one text per axis
     * @param metrics one per column, null where the point has none
     * @param failure why it has none at all
     * @param allowed by the constraints
     * @param pareto no allowed point is better in one objective and no worse in the others
     */
    public record Row(
            int number,
            List<String> settings,
            List<@Nullable Double> metrics,
            @Nullable String failure,
            boolean allowed,
            boolean pareto) {
        public Row {
            settings = List.copyOf(settings);
            metrics = Collections.unmodifiableList(new ArrayList<>(metrics));
        }
    }
}
