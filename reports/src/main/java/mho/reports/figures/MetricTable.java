package mho.reports.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What design points of one kind are judged by, as people name it: by a metric's key ("area_m2"), or by its key with a prefix on the unit
 * ("area_mm2", "latency_us"). Rates have their short names: "tops" is 10^12 op/s, "gops_per_w" 10^9 op/J, "tops_per_mm2" 10^18 op/s/m2.
 *
 * @param <T> what they are figures of
 */
public final class MetricTable<T> {
    private static final Map<String, Integer> SMALL = powers("fpnum", -15);
    private static final Map<String, Integer> LARGE = powers("kmgtp", 3);

    private final List<Figure<T>> metrics;
    private final List<Figure<T>> objectives;
    private final Map<String, MetricName<T>> known;

    /**
     * @param metrics in the order of points.csv
     * @param objectives what a front is better in where nobody says
     */
    MetricTable(List<Figure<T>> metrics, List<Figure<T>> objectives) {
        this.metrics = List.copyOf(metrics);
        this.objectives = List.copyOf(objectives);
        this.known = known();
    }

    public List<Figure<T>> metrics() {
        return metrics;
    }

    public List<String> keys() {
        return metrics.stream().map(Figure::key).toList();
    }

    /** What a front is better in where nobody says, in this order. */
    public List<Figure<T>> objectives() {
        return objectives;
    }

    /** Of a key that there is. */
    public Figure<T> metric(String key) {
        return metrics.stream()
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no metric has the key " + key));
    }

    /** Throws {@link BadInput} with the name that was probably meant. */
    public MetricName<T> parse(String text) {
        MetricName<T> name = known.get(text);
        if (name == null) {
            throw new BadInput("no metric is called " + MessageText.quoted(text) + remedy(text));
        }
        return name;
    }

    private String remedy(String text) {
        String meant = closest(text);
        return meant == null ? "; there are " + String.join(", ", keys()) : ", did you mean \"" + meant + "\"?";
    }

    private @Nullable String closest(String text) {
        for (String name : known.keySet()) {
            if (name.startsWith(text + "_")) {
                return name;
            }
        }
        // Spelling compares as files spell keys, with hyphens.
        String meant = Spelling.closest(
                text, known.keySet().stream().map(n -> n.replace('_', '-')).toList());
        return meant == null ? null : meant.replace('-', '_');
    }

    private Map<String, MetricName<T>> known() {
        Map<String, MetricName<T>> names = new LinkedHashMap<>();
        for (Figure<T> metric : metrics) {
            put(names, metric.key(), metric, 0);
        }
        for (Figure<T> metric : metrics) {
            switch (metric.unit().symbol()) {
                case "s", "J", "W", "J s" -> SMALL.forEach(
                        (prefix, power) -> put(names, prefixed(metric, prefix), metric, power));
                case "m2" -> SMALL.forEach((prefix, power) -> put(names, prefixed(metric, prefix), metric, 2 * power));
                case "op/s" -> rates(names, metric, "ops_per_s", List.of("ops"), 0);
                case "op/J" -> rates(names, metric, "ops_per_j", List.of("ops_per_w", "ops_per_j"), 0);
                case "op/s/m2" -> rates(names, metric, "ops_per_s_per_m2", List.of("ops_per_mm2"), 6);
                default -> {
                    // no unit, or one without prefixes
                }
            }
        }
        return Collections.unmodifiableMap(names);
    }

    /** "latency_s" with "u": "latency_us". */
    private static String prefixed(Figure<?> metric, String prefix) {
        int unit = metric.key().lastIndexOf('_') + 1;
        return metric.key().substring(0, unit) + prefix + metric.key().substring(unit);
    }

    private static <T> void rates(
            Map<String, MetricName<T>> names, Figure<T> metric, String si, List<String> named, int power) {
        String before = metric.key().substring(0, metric.key().length() - si.length());
        for (String name : named) {
            LARGE.forEach((prefix, more) -> put(names, before + prefix + name, metric, power + more));
        }
    }

    private static <T> void put(Map<String, MetricName<T>> names, String name, Figure<T> metric, int power) {
        names.put(name, new MetricName<>(name, metric, BigDecimal.ONE.scaleByPowerOfTen(power)));
    }

    private static Map<String, Integer> powers(String prefixes, int first) {
        Map<String, Integer> powers = new LinkedHashMap<>();
        List<String> letters = new ArrayList<>(List.of(prefixes.split("")));
        for (int i = 0; i < letters.size(); i++) {
            powers.put(letters.get(i), first + 3 * i);
        }
        return Collections.unmodifiableMap(powers);
    }
}
