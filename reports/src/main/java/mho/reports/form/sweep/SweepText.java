package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mho.reports.figures.ChipFigures;
import mho.reports.figures.Figure;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** What a sweep came to, for people: the front, the best in each objective, where the points came from. */
public final class SweepText {
    private static final int MOST_ROWS = 25;
    private static final int MOST_FAILURES = 5;

    private final SweepTable table;
    private final Terminal terminal;
    private final String frontFile;
    private final String page;

    private SweepText(SweepTable table, Terminal terminal, String frontFile, String page) {
        this.table = table;
        this.terminal = terminal;
        this.frontFile = frontFile;
        this.page = page;
    }

    public static String of(SweepResult swept, Terminal terminal) {
        SweepText text = new SweepText(swept.table(), terminal, "pareto.csv", "sweep.html");
        return text.front() + "\n" + text.best() + "\n" + text.seeds() + text.counts(swept.tally()) + text.failures();
    }

    /**
     * The front, and the best in each objective, of points that are no sweep's.
     *
     * @param frontFile that has all of the front
     * @param page that has all points
     */
    public static String ofFront(SweepTable table, Terminal terminal, String frontFile, String page) {
        SweepText text = new SweepText(table, terminal, frontFile, page);
        return text.front() + "\n" + text.best();
    }

    /** Why points have no figures, each reason once. */
    public static String ofFailures(SweepTable table, Terminal terminal) {
        return new SweepText(table, terminal, "", "").failures();
    }

    private String front() {
        List<SweepTable.Row> front =
                table.rows().stream().filter(SweepTable.Row::pareto).toList();
        String title = terminal.paragraph("%s: %s; %,d on the Pareto front%s%s\n"
                .formatted(
                        table.name(),
                        table.about(),
                        front.size(),
                        table.networks().size() > 1 ? ", each network's own," : "",
                        constraints()));
        List<SweepTable.Row> shown = front.stream()
                .sorted(Comparator.comparing(
                                (SweepTable.Row row) -> table.networks().indexOf(table.network(row)))
                        .thenComparing(row -> cost(row, table.objectives().get(0))))
                .limit(MOST_ROWS)
                .toList();
        if (shown.isEmpty()) {
            return title + notShown();
        }
        String more = front.size() > shown.size()
                ? "… and %,d more in %s\n".formatted(front.size() - shown.size(), frontFile)
                : "";
        return title + "\n" + rows(shown, List.of()) + more + notShown();
    }

    /** Points with figures that are not on the front: how many, why, and where they stand. */
    private String notShown() {
        List<SweepTable.Row> found =
                table.rows().stream().filter(row -> row.failure() == null).toList();
        long barred = found.stream().filter(row -> !row.allowed()).count();
        long worse =
                found.stream().filter(row -> row.allowed() && !row.pareto()).count();
        List<String> kinds = new ArrayList<>();
        if (worse > 0) {
            kinds.add(points(worse) + (worse == 1 ? " is" : " are") + " dominated, or equal to one on the front");
        }
        if (barred > 0) {
            kinds.add(points(barred) + (barred == 1 ? " does" : " do") + " not hold the constraints");
        }
        return kinds.isEmpty()
                ? ""
                : terminal.paragraph("not shown: " + String.join(", ", kinds) + ": points.csv, " + page + "\n");
    }

    private static String points(long count) {
        return String.format(Locale.ROOT, "%,d point%s", count, count == 1 ? "" : "s");
    }

    /** How many points hold the constraints, where some do not. */
    private String constraints() {
        long allowed = table.rows().stream().filter(SweepTable.Row::allowed).count();
        long found = table.rows().stream().filter(row -> row.failure() == null).count();
        return allowed == found ? "" : String.format(Locale.ROOT, " of %,d that hold the constraints", allowed);
    }

    private String best() {
        List<SweepTable.Row> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (SweepTable.Objective objective : table.objectives()) {
            table.networks().forEach(network -> table.rows().stream()
                    .filter(row -> table.network(row).equals(network))
                    .filter(row -> row.allowed() && figure(row, objective.key()) != null)
                    .min(Comparator.comparing(row -> cost(row, objective)))
                    .ifPresent(row -> {
                        rows.add(row);
                        labels.add((objective.minimise() ? "least " : "most ")
                                + table.column(objective.key()).label());
                    }));
        }
        return rows.isEmpty() ? "" : rows(rows, labels);
    }

    /** What of the objectives is of the design, and what of chance. */
    private String seeds() {
        List<SeedGroup> groups = SeedGroup.of(table);
        if (groups.isEmpty()) {
            return "";
        }
        List<? extends Figure<?>> columns = columns();
        List<String> head = new ArrayList<>(ShortPaths.of(
                List.copyOf(groups.get(0).settings().keySet()),
                columns.stream().map(Figure::label).toList()));
        int first = head.size();
        head.add("seeds");
        columns.forEach(column -> head.add(column.label()));
        TextTable text =
                new TextTable("l".repeat(first) + "r".repeat(head.size() - first), head.toArray(String[]::new));
        for (int spare = head.size() - 1; spare > first + table.objectives().size(); spare--) {
            text.leavesOutTogether(List.of(spare));
        }
        for (SeedGroup group : groups.subList(0, Math.min(MOST_ROWS, groups.size()))) {
            List<String> cells = new ArrayList<>(group.settings().values());
            cells.add(Integer.toString(group.seeds()));
            for (Figure<?> column : columns) {
                Double mean = group.means().get(column.key());
                Double deviation = group.deviations().get(column.key());
                cells.add(
                        mean == null || deviation == null
                                ? "–"
                                : text(column, mean) + (deviation == 0 ? "" : " ± " + text(column, deviation)));
            }
            text.row(cells.toArray(String[]::new));
        }
        int more = groups.size() - MOST_ROWS;
        return "mean ± standard deviation over seeds:\n" + text.on(terminal)
                + (more > 0 ? "… and " + more + " more in seeds.csv\n" : "") + "\n";
    }

    private String rows(List<SweepTable.Row> rows, List<String> labels) {
        List<? extends Figure<?>> columns = columns();
        List<String> head = new ArrayList<>(labels.isEmpty() ? List.of() : List.of("best"));
        head.add("point");
        List<String> figures = columns.stream().map(Figure::label).toList();
        head.addAll(ShortPaths.of(table.axes(), figures));
        head.addAll(figures);
        String flush = (labels.isEmpty() ? "" : "l") + "r" + flush() + "r".repeat(columns.size());
        TextTable text = new TextTable(flush, head.toArray(String[]::new));
        int first = head.size() - columns.size();
        for (int spare = head.size() - 1; spare >= first + table.objectives().size(); spare--) {
            text.leavesOutTogether(List.of(spare));
        }
        for (int axis = first - 1; axis >= first - table.axes().size(); axis--) {
            text.leavesOutTogether(List.of(axis));
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(labels.isEmpty() ? List.of() : List.of(labels.get(i)));
            cells.add(Integer.toString(rows.get(i).number()));
            cells.addAll(rows.get(i).settings());
            for (Figure<?> column : columns) {
                cells.add(text(column, figure(rows.get(i), column.key())));
            }
            text.row(cells.toArray(String[]::new));
        }
        return text.on(terminal);
    }

    private static String text(Figure<?> metric, @Nullable Double si) {
        return si == null ? "–" : metric.unit().text(si);
    }

    /** Of each axis: numbers flush right, names flush left. */
    private String flush() {
        StringBuilder flush = new StringBuilder();
        for (int axis = 0; axis < table.axes().size(); axis++) {
            int place = axis;
            boolean numbers = table.rows().stream()
                    .allMatch(row -> row.settings().get(place).matches("[-+.]?[0-9].*"));
            flush.append(numbers ? 'r' : 'l');
        }
        return flush.toString();
    }

    /** Those of the objectives, and energy, latency and area if they are not among them. */
    private List<? extends Figure<?>> columns() {
        Set<String> keys = new LinkedHashSet<>();
        table.objectives().forEach(objective -> keys.add(objective.key()));
        table.columns().stream().filter(SweepTable.Column::usual).forEach(column -> keys.add(column.key()));
        return keys.stream().map(key -> table.column(key).figure()).toList();
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

    private String counts(SweepCounts tally) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d points: %,d computed", tally.points(), tally.computed()));
        text.append(tally.found() == 0 ? "" : String.format(Locale.ROOT, ", %,d found in the store", tally.found()));
        text.append(tally.equal() == 0 ? "" : String.format(Locale.ROOT, ", %,d equal to others", tally.equal()));
        text.append(tally.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", tally.failed()));
        text.append(
                tally.trained() == null
                        ? String.format(
                                Locale.ROOT,
                                "\ntimelines: %,d simulated, %,d points re-priced\n",
                                tally.simulated(),
                                tally.repriced())
                        : "\n");
        if (tally.valued() > 0) {
            text.append(String.format(
                    Locale.ROOT, "values: %,d computed, reused by %,d points\n", tally.valued(), tally.valuesReused()));
        }
        List<String> idle = IneffectiveAxes.of(table);
        text.append(idle.isEmpty() ? "" : "no figure changes with " + String.join(", ", idle) + "\n");
        text.append(shortOfBits());
        return text.append(String.format(Locale.ROOT, "%.1f s\n", tally.seconds()))
                .toString();
    }

    /** What `show` says of one chip. */
    private String shortOfBits() {
        String key = ChipFigures.ADC_BITS_SHORT;
        double[] few = table.rows().stream()
                .map(row -> figure(row, key))
                .filter(bits -> bits != null && bits > 0)
                .mapToDouble(bits -> bits)
                .toArray();
        return few.length == 0
                ? ""
                : terminal.paragraph(String.format(
                        Locale.ROOT,
                        "converters: %s fewer bits than a full column needs, by up to %.0f (%s in points.csv): sums saturate or"
                                + " round\n",
                        few.length == 1 ? "1 point has" : String.format(Locale.ROOT, "%,d points have", few.length),
                        java.util.Arrays.stream(few).max().orElse(0),
                        key));
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
