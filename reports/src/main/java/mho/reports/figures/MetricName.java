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
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/**
 * A metric as people name it: by its key ("area_m2"), or by its key with a prefix on the unit ("area_mm2", "latency_us"). Rates have their
 * short names: "tops" is 10^12 op/s, "gops_per_w" 10^9 op/J, "tops_per_mm2" 10^18 op/s/m2.
 *
 * @param scale how many SI units one of the named unit makes
 */
public record MetricName(String name, Figure<Report> metric, BigDecimal scale) {
    private static final Map<String, Integer> SMALL = powers("fpnum", -15);
    private static final Map<String, Integer> LARGE = powers("kmgtp", 3);
    private static final Map<String, MetricName> KNOWN = known();

    /** Throws {@link BadInput} with the name that was probably meant. */
    public static MetricName parse(String text) {
        MetricName known = KNOWN.get(text);
        if (known == null) {
            throw new BadInput("no metric is called " + MessageText.quoted(text) + remedy(text));
        }
        return known;
    }

    private static String remedy(String text) {
        String meant = closest(text);
        return meant == null
                ? "; there are " + String.join(", ", RunFigures.metricKeys())
                : ", did you mean \"" + meant + "\"?";
    }

    private static @Nullable String closest(String text) {
        for (String name : KNOWN.keySet()) {
            if (name.startsWith(text + "_")) {
                return name;
            }
        }
        // Spelling compares as files spell keys, with hyphens.
        String meant = Spelling.closest(
                text, KNOWN.keySet().stream().map(n -> n.replace('_', '-')).toList());
        return meant == null ? null : meant.replace('-', '_');
    }

    private static Map<String, MetricName> known() {
        Map<String, MetricName> known = new LinkedHashMap<>();
        for (Figure<Report> metric : RunFigures.metrics()) {
            put(known, metric.key(), metric, 0);
        }
        for (Figure<Report> metric : RunFigures.metrics()) {
            switch (metric.unit().symbol()) {
                case "s", "J", "W", "J s" -> SMALL.forEach(
                        (prefix, power) -> put(known, prefixed(metric, prefix), metric, power));
                case "m2" -> SMALL.forEach((prefix, power) -> put(known, prefixed(metric, prefix), metric, 2 * power));
                case "op/s" -> rates(known, metric, "ops_per_s", List.of("ops"), 0);
                case "op/J" -> rates(known, metric, "ops_per_j", List.of("ops_per_w", "ops_per_j"), 0);
                case "op/s/m2" -> rates(known, metric, "ops_per_s_per_m2", List.of("ops_per_mm2"), 6);
                default -> {
                    // no unit, or one without prefixes
                }
            }
        }
        return Collections.unmodifiableMap(known);
    }

    /** "latency_s" with "u": "latency_us". */
    private static String prefixed(Figure<Report> metric, String prefix) {
        int unit = metric.key().lastIndexOf('_') + 1;
        return metric.key().substring(0, unit) + prefix + metric.key().substring(unit);
    }

    private static void rates(
            Map<String, MetricName> known, Figure<Report> metric, String si, List<String> named, int power) {
        String before = metric.key().substring(0, metric.key().length() - si.length());
        for (String name : named) {
            LARGE.forEach((prefix, more) -> put(known, before + prefix + name, metric, power + more));
        }
    }

    private static void put(Map<String, MetricName> known, String name, Figure<Report> metric, int power) {
        known.put(name, new MetricName(name, metric, BigDecimal.ONE.scaleByPowerOfTen(power)));
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
