package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mho.reports.figures.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep came to, point by point, in the order of the points.
 *
 * @param about how it was sampled, and how many points there are
 * @param axes what varied: paths of the chip file, or keys of {@code base}
 * @param command that asks the same again, in the sweep's directory
 * @param yaml the whole question
 * @param set figures of the points' chips that were set, or followed
 */
public record SweepTable(
        String name,
        String about,
        List<String> axes,
        List<Column> columns,
        List<Objective> objectives,
        List<Row> rows,
        String command,
        String yaml,
        List<SetFigure> set) {
    /** The axis that varies networks. */
    public static final String NETWORK = "network";

    public SweepTable {
        axes = List.copyOf(axes);
        columns = List.copyOf(columns);
        objectives = List.copyOf(objectives);
        rows = List.copyOf(rows);
        set = List.copyOf(set);
    }

    /**
     * A figure that points have otherwise than their chip's file states it.
     *
     * @param values of them, for people
     * @param by who set it, or that it followed
     * @param points that have it from there
     */
    public record SetFigure(String path, String values, String by, int points) {}

    /** The networks that vary, in the order of the points; one without a name where none does. Each has a front of its own. */
    public List<String> networks() {
        return rows.stream().map(this::network).distinct().toList();
    }

    /** The network of a point; empty where networks do not vary. */
    public String network(Row row) {
        int axis = axes.indexOf(NETWORK);
        return axis < 0 ? "" : row.settings().get(axis);
    }

    /**
     * A metric of the points.
     *
     * @param figure for its name and unit: what points came to stands in their rows
     * @param usual whether people see it whatever the objectives are
     */
    public record Column(Figure<?> figure, boolean usual) {
        public static Column of(Figure<?> metric) {
            return new Column(metric, false);
        }

        /** As in points.csv. */
        public String key() {
            return figure.key();
        }

        public String label() {
            return figure.label();
        }

        /** SI; empty if none. */
        public String unit() {
            return figure.unit().symbol();
        }

        /** That people read it in. */
        public String shownIn() {
            return figure.unit().readIn();
        }
    }

    /** Of a metric that it has. */
    public Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column has the key " + key));
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
