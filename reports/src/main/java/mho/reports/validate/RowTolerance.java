package mho.reports.validate;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far from a published figure a row may be: by a factor to either side ("x1.5"), by a part of it ("5 %"), not at all ("exact"),
 * to one side alone ("never above", "never below"), or as far as it is ("report": the figure is shown and proves nothing).
 */
record RowTolerance(Judge judge) {
    private static final Pattern FACTOR = Pattern.compile("x ?([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?%");
    private static final Map<String, Judge> WORDS = Map.of(
            "exact", part(0),
            "never above", ValidationRow::never,
            "never below", ValidationRow::neverBelow,
            "report", ValidationRow::told);

    /** Holds a simulated figure against a published one. */
    interface Judge {
        ValidationRow row(String what, String unit, double published, double simulated, String source);
    }

    /** @throws IllegalArgumentException for what is none of them */
    static RowTolerance parse(String text) {
        Judge word = WORDS.get(text);
        if (word != null) {
            return new RowTolerance(word);
        }
        Matcher factor = FACTOR.matcher(text);
        Matcher part = PART.matcher(text);
        if (factor.matches() && Double.parseDouble(factor.group(1)) >= 1) {
            double number = Double.parseDouble(factor.group(1));
            return new RowTolerance((what, unit, published, simulated, source) ->
                    ValidationRow.byFactor(number, what, unit, published, simulated, source));
        }
        if (part.matches()) {
            return new RowTolerance(part(Double.parseDouble(part.group(1)) / 100));
        }
        throw new IllegalArgumentException(
                "tolerance: expected a factor from 1 up, as in x1.5, or a part, as in 5 %, or exact, "
                        + "never above, never below, report, found \"" + text + "\"");
    }

    private static Judge part(double part) {
        return (what, unit, published, simulated, source) ->
                ValidationRow.within(part, what, unit, published, simulated, source);
    }

    ValidationRow row(String what, String unit, double published, double simulated, String source) {
        return judge.row(what, unit, published, simulated, source);
    }
}
