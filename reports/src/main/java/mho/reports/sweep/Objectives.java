package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.Shown;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.SweepTable;
import mho.reports.metrics.MetricName;

/** What a front is better in, as people write it: "energy_j min". */
final class Objectives {
    private static final Pattern FORM = Pattern.compile("\\s*([\\w.-]+)\\s+(min|max)\\s*");
    private static final List<String> OF_TIME = List.of("energy_j min", "latency_s min", "area_m2 min");
    private static final String OF_VALUES = "accuracy max";

    private Objectives() {}

    /** Where nobody says: energy, latency, area, and accuracy where it is computed. */
    static List<String> usual(boolean values) {
        List<String> usual = new ArrayList<>(OF_TIME);
        if (values) {
            usual.add(OF_VALUES);
        }
        return usual;
    }

    static SweepTable.Objective parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new BadInput(
                    "pareto " + Shown.quoted(text) + ": expected a metric and min or max, such as energy_j min");
        }
        try {
            String key = MetricName.parse(parts.group(1)).metric().key();
            return new SweepTable.Objective(key, parts.group(2).equals("min"));
        } catch (BadInput e) {
            throw new BadInput("pareto " + Shown.quoted(text) + ": " + e.getMessage());
        }
    }
}
