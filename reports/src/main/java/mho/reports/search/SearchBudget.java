package mho.reports.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;

/**
 * What a search may take.
 *
 * @param points to compute
 * @param seconds after which no more are begun; infinite where time is no matter
 */
record SearchBudget(int points, double seconds) {
    /** More points are no search. */
    static final int MOST_POINTS = 1_000_000;

    private static final Pattern POINTS = Pattern.compile("(\\d{1,9})\\s*points?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(s|min|h)");
    private static final double SECONDS_PER_MINUTE = 60;

    /** @param mark of the text, for messages */
    static SearchBudget parse(String text, Mark mark) {
        int points = MOST_POINTS;
        double seconds = Double.POSITIVE_INFINITY;
        for (String part : text.split(",", -1)) {
            Matcher counted = POINTS.matcher(part.strip());
            Matcher timed = TIME.matcher(part.strip());
            if (counted.matches()) {
                points = Math.min(points, Integer.parseInt(counted.group(1)));
            } else if (timed.matches()) {
                seconds = Math.min(seconds, Double.parseDouble(timed.group(1)) * secondsOf(timed.group(2)));
            } else {
                throw bad(text, mark);
            }
        }
        if (points == 0 || seconds == 0) {
            throw bad(text, mark);
        }
        return new SearchBudget(points, seconds);
    }

    private static double secondsOf(String unit) {
        return switch (unit) {
            case "min" -> SECONDS_PER_MINUTE;
            case "h" -> SECONDS_PER_MINUTE * SECONDS_PER_MINUTE;
            default -> 1;
        };
    }

    private static BadInput bad(String text, Mark mark) {
        return BadInput.at(
                mark,
                "budget",
                "expected points, a time in s, min or h, or both, such as 200 points, 10 min, found "
                        + MessageText.quoted(text));
    }

    boolean isTimed() {
        return seconds < Double.POSITIVE_INFINITY;
    }
}
