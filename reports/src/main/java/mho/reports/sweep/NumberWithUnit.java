package mho.reports.sweep;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;

/**
 * A number and what stands behind it.
 *
 * @param unit with the space before it, as written; empty where there is none
 */
record NumberWithUnit(BigDecimal number, String unit) {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(\\s*[^\\d\\s.].*)?");

    static NumberWithUnit read(String text, Mark mark, String path) {
        Matcher parts = FORM.matcher(text.strip());
        if (text.length() > 60 || !parts.matches()) {
            throw BadInput.at(
                    mark, path, "expected a number, with a unit or without, found " + MessageText.quoted(text));
        }
        String unit = parts.group(2);
        return new NumberWithUnit(new BigDecimal(parts.group(1)), unit == null ? "" : unit);
    }
}
