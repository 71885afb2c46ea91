package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.reports.medium.Csv;

/**
 * Points of a sweep that differ in nothing but their seeds: what of a metric is of the design, and what of chance.
 *
 * @param settings by the paths of all axes but the seed
 * @param seeds points with figures among them, 2 or more
 * @param means of each metric that all of them have, in SI units
 * @param deviations standard deviations of samples: over n - 1
 */
public record SeedGroup(
        Map<String, String> settings, int seeds, Map<String, Double> means, Map<String, Double> deviations) {
    /** The axis that varies seeds. */
    public static final String SEED = "seed";

    private static final String SEEDS = "seeds";

    /** In the order of their first points; none where seeds do not vary. */
    public static List<SeedGroup> of(SweepTable sweep) {
        Map<Map<String, String>, List<SweepTable.Row>> groups = new LinkedHashMap<>();
        if (sweep.axes().contains(SEED)) {
            sweep.rows().stream().filter(row -> row.failure() == null).forEach(row -> groups.computeIfAbsent(
                            settings(sweep, row), key -> new ArrayList<>())
                    .add(row));
        }
        List<SeedGroup> all = new ArrayList<>();
        groups.forEach((settings, rows) -> {
            if (rows.size() > 1) {
                all.add(of(sweep, settings, rows));
            }
        });
        return all;
    }

    private static Map<String, String> settings(SweepTable sweep, SweepTable.Row row) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int axis = 0; axis < sweep.axes().size(); axis++) {
            if (!sweep.axes().get(axis).equals(SEED)) {
                settings.put(sweep.axes().get(axis), row.settings().get(axis));
            }
        }
        return settings;
    }

    private static SeedGroup of(SweepTable sweep, Map<String, String> settings, List<SweepTable.Row> rows) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        for (int column = 0; column < sweep.columns().size(); column++) {
            int place = column;
            double[] figures = rows.stream()
                    .map(row -> row.metrics().get(place))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (figures.length == rows.size()) {
                String key = sweep.columns().get(column).key();
                double mean = mean(figures);
                means.put(key, mean);
                deviations.put(key, deviation(figures, mean));
            }
        }
        return new SeedGroup(settings, rows.size(), means, deviations);
    }

    private static double mean(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure - figures[0];
        }
        return figures[0] + sum / figures.length; // equal figures have their own mean, to the last bit
    }

    private static double deviation(double[] figures, double mean) {
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return Math.sqrt(squares / (figures.length - 1));
    }

    /** {@code seeds.csv}: a line a group, in SI units; empty where there is none. */
    public static String csv(SweepTable sweep) {
        List<SeedGroup> groups = of(sweep);
        if (groups.isEmpty()) {
            return "";
        }
        List<String> head = new ArrayList<>(groups.get(0).settings.keySet());
        head.add(SEEDS);
        List<String> keys = sweep.columns().stream().map(SweepTable.Column::key).toList();
        keys.forEach(key -> head.addAll(List.of(key, key + "_deviation")));
        List<List<String>> lines = new ArrayList<>();
        for (SeedGroup group : groups) {
            List<String> line = new ArrayList<>(group.settings.values());
            line.add(Integer.toString(group.seeds));
            keys.forEach(
                    key -> line.addAll(List.of(Csv.exact(group.means.get(key)), Csv.exact(group.deviations.get(key)))));
            lines.add(line);
        }
        return Csv.of(head, lines);
    }
}
