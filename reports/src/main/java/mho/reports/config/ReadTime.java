package mho.reports.config;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.MessageText;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;

/** A span of time as {@code --time} takes it: seconds with a prefix, or minutes, hours, days, years. */
public final class ReadTime {
    private static final Pattern LONG = Pattern.compile("([0-9.]+) *(min|minutes?|h|hours?|d|days?|years?)");
    private static final Map<Character, Double> SECONDS = Map.of('m', 60.0, 'h', 3600.0, 'd', 86400.0, 'y', 31557600.0);

    private ReadTime() {}

    public static double parse(String text) {
        Matcher matcher = LONG.matcher(text.trim());
        try {
            double seconds = matcher.matches()
                    ? Double.parseDouble(matcher.group(1))
                            * Objects.requireNonNull(
                                    SECONDS.get(matcher.group(2).charAt(0)))
                    : Quantity.parse(text, "s");
            if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
                return seconds;
            }
        } catch (BadQuantity | NumberFormatException e) {
            // said below
        }
        throw new BadInput(
                "--time " + MessageText.plain(text) + ": expected a time such as 100 s, 1h, 30days or 1year");
    }
}
