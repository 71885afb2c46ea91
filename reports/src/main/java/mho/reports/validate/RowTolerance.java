package mho.reports.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far from a published figure a row may be: by a factor to either side, or by a part of it.
 *
 * @param text as written
 * @param isFactor whether it is a factor
 */
record RowTolerance(String text, double number, boolean isFactor) {
    private static final Pattern FACTOR = Pattern.compile("x ?([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?%");

    /** @throws IllegalArgumentException for what is neither */
    static RowTolerance parse(String text) {
        Matcher factor = FACTOR.matcher(text);
        Matcher part = PART.matcher(text);
        if (factor.matches() && Double.parseDouble(factor.group(1)) >= 1) {
            return new RowTolerance(text, Double.parseDouble(factor.group(1)), true);
        }
        if (part.matches()) {
            return new RowTolerance(text, Double.parseDouble(part.group(1)) / 100, false);
        }
        throw new IllegalArgumentException(
                "tolerance: expected a factor from 1 up, as in x1.5, or a part, as in 5 %, found \"" + text + "\"");
    }

    ValidationRow row(String what, String unit, double published, double simulated, String source) {
        return isFactor
                ? ValidationRow.byFactor(number, what, unit, published, simulated, source)
                : ValidationRow.within(number, what, unit, published, simulated, source);
    }
}
