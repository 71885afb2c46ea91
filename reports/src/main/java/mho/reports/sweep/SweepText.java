package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mho.reports.form.Figure;
import mho.reports.form.Table;
import mho.reports.form.Terminal;
import org.jspecify.annotations.Nullable;

/** What a sweep came to, for people: the front, the best in each objective, where the points came from. */
public final class SweepText {
    private static final int MOST_ROWS = 25;
    private static final int MOST_FAILURES = 5;

    private final SweepTable table;
    private final Tally tally;
    private final Terminal terminal;

    private SweepText(Swept swept, Terminal terminal) {
        this.table = swept.table();
        this.tally = swept.tally();
        this.terminal = terminal;
    }

    public static String of(Swept swept, Terminal terminal) {
        SweepText text = new SweepText(swept, terminal);
        return text.front() + "\n" + text.best() + "\n" + text.counts() + text.failures();
    }

    private String front() {
        List<SweepTable.Row> front =
                table.rows().stream().filter(SweepTable.Row::pareto).toList();
        String title = "%s: %s; %,d on the Pareto front of %,d that hold the constraints\n"
                .formatted(
                        table.name(),
                        table.about(),
                        front.size(),
                        table.rows().stream().filter(SweepTable.Row::allowed).count());
        List<SweepTable.Row> shown = front.stream()
                .sorted(Comparator.comparing(row -> cost(row, table.objectives().get(0))))
                .limit(MOST_ROWS)
                .toList();
        if (shown.isEmpty()) {
            return title;
        }
        String more = front.size() > shown.size()
                ? "… and %,d more in pareto.csv\n".formatted(front.size() - shown.size())
                : "";
        return title + "\n" + rows(shown, List.of()) + more;
    }

    private String best() {
        List<SweepTable.Row> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (SweepTable.Objective objective : table.objectives()) {
            table.rows().stream()
                    .filter(row -> row.allowed() && figure(row, objective.key()) != null)
                    .min(Comparator.comparing(row -> cost(row, objective)))
                    .ifPresent(row -> {
                        rows.add(row);
                        labels.add((objective.minimise() ? "least " : "most ") + label(objective.key()));
                    });
        }
        return rows.isEmpty() ? "" : rows(rows, labels);
    }

    private String rows(List<SweepTable.Row> rows, List<String> labels) {
        List<SweepTable.Column> columns = columns();
        List<String> head = new ArrayList<>(labels.isEmpty() ? List.of() : List.of("best"));
        head.add("point");
        table.axes().forEach(axis -> head.add(axis.substring(axis.lastIndexOf('.') + 1)));
        columns.forEach(column -> head.add(column.label()));
        String flush =
                (labels.isEmpty() ? "" : "l") + "r".repeat(1 + table.axes().size() + columns.size());
        Table text = new Table(flush, head.toArray(String[]::new));
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(labels.isEmpty() ? List.of() : List.of(labels.get(i)));
            cells.add(Integer.toString(rows.get(i).number()));
            cells.addAll(rows.get(i).settings());
            for (SweepTable.Column column : columns) {
                cells.add(shown(figure(rows.get(i), column.key()), column.unit()));
            }
            text.row(cells.toArray(String[]::new));
        }
        return text.on(terminal);
    }

    /** Those of the objectives, and energy, latency and area if they are not among them. */
    private List<SweepTable.Column> columns() {
        Set<String> keys = new LinkedHashSet<>();
        table.objectives().forEach(objective -> keys.add(objective.key()));
        keys.addAll(List.of("energy_j", "latency_s", "area_m2"));
        return keys.stream()
                .map(key -> table.columns().stream()
                        .filter(column -> column.key().equals(key))
                        .findAny()
                        .orElseThrow())
                .toList();
    }

    private static String shown(@Nullable Double figure, String unit) {
        return switch (unit) {
            case "s", "J", "m2", "W", "OP/s" -> Figure.of(figure, unit);
            case "op/s" -> Figure.of(figure, "OP/s");
            default -> figure == null ? "–" : String.format(Locale.ROOT, "%.4g", figure);
        };
    }

    private String label(String key) {
        return table.columns().stream()
                .filter(column -> column.key().equals(key))
                .findAny()
                .orElseThrow()
                .label();
    }

    private @Nullable Double figure(SweepTable.Row row, String key) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(key)) {
                return row.metrics().get(i);
            }
        }
        return null;
    }

    private double cost(SweepTable.Row row, SweepTable.Objective objective) {
        Double figure = figure(row, objective.key());
        return figure == null ? Double.POSITIVE_INFINITY : objective.minimise() ? figure : -figure;
    }

    private String counts() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d points: %,d computed", tally.points(), tally.computed()));
        text.append(tally.found() == 0 ? "" : String.format(Locale.ROOT, ", %,d found in the store", tally.found()));
        text.append(tally.equal() == 0 ? "" : String.format(Locale.ROOT, ", %,d equal to others", tally.equal()));
        text.append(tally.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", tally.failed()));
        text.append(String.format(
                Locale.ROOT,
                "\ntimelines: %,d simulated, %,d points re-priced\n",
                tally.simulated(),
                tally.repriced()));
        if (tally.valued() > 0) {
            text.append(String.format(
                    Locale.ROOT, "values: %,d computed, reused by %,d points\n", tally.valued(), tally.valuesReused()));
        }
        return text.append(String.format(Locale.ROOT, "%.1f s\n", tally.seconds()))
                .toString();
    }

    /** Each reason once, with the points it holds for. */
    private String failures() {
        Map<String, List<Integer>> reasons = new LinkedHashMap<>();
        for (SweepTable.Row row : table.rows()) {
            if (row.failure() != null) {
                reasons.computeIfAbsent(row.failure(), reason -> new ArrayList<>())
                        .add(row.number());
            }
        }
        StringBuilder text = new StringBuilder();
        reasons.entrySet().stream().limit(MOST_FAILURES).forEach(reason -> {
            List<Integer> points = reason.getValue();
            String others = points.size() == 1 ? "" : String.format(Locale.ROOT, " and %,d more", points.size() - 1);
            text.append("point %d%s failed: %s\n".formatted(points.get(0), others, reason.getKey()));
        });
        int more = reasons.size() - MOST_FAILURES;
        return more > 0 ? text + "… other reasons in points.csv\n" : text.toString();
    }
}
