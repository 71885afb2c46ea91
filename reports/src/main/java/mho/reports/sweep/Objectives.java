package mho.reports.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.reports.figures.MetricTable;
import mho.reports.form.sweep.SweepTable;

/** What a front is better in, as people write it: "energy_j min". */
final class Objectives {
    private static final Pattern FORM = Pattern.compile("\\s*([\\w.-]+)\\s+(min|max)\\s*");

    private Objectives() {}

    static SweepTable.Objective parse(String text, MetricTable<?> judged) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new BadInput(
                    "pareto " + MessageText.quoted(text) + ": expected a metric and min or max, such as energy_j min");
        }
        try {
            String key = judged.parse(parts.group(1)).metric().key();
            return new SweepTable.Objective(key, parts.group(2).equals("min"));
        } catch (BadInput e) {
            throw new BadInput("pareto " + MessageText.quoted(text) + ": " + e.getMessage());
        }
    }
}
