package mho.reports.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

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

    static SearchBudget parse(String text) {
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
                throw bad(text);
            }
        }
        if (points == 0 || seconds == 0) {
            throw bad(text);
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

    private static BadInput bad(String text) {
        return new BadInput("budget " + MessageText.quoted(text)
                + ": expected points, a time in s, min or h, or both, such as 200 points, 10 min");
    }

    boolean isTimed() {
        return seconds < Double.POSITIVE_INFINITY;
    }

    /** For people: "200 points, 600 s". */
    String text() {
        String time = isTimed() ? "%s s".formatted(Double.toString(seconds).replaceFirst("\\.0$", "")) : "";
        String counted = points < MOST_POINTS ? points + (points == 1 ? " point" : " points") : "";
        return counted + (counted.isEmpty() || time.isEmpty() ? "" : ", ") + time;
    }
}
