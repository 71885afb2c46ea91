package mho.core.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities as people write them ("1.28 GS/s", "0.0096 mm2", "64 KiB") into SI units, and prints them back.
 *
 * <p>Reading is decimal until the last step, so "0.0096 mm2" is the double nearest to 9.6e-9, whatever the prefix. Nothing
 * here depends on the locale.
 */
public final class Quantity {
    private static final int LONGEST_NUMBER = 100;
    private static final int LARGEST_EXPONENT = 9_999;

    private Quantity() {}

    /** The SI value of a text, for a unit such as "J" ({@link Dimension}). Throws {@link BadQuantity}. */
    public static double parse(String text, String unit) {
        return parse(text, Dimension.of(unit));
    }

    /** The SI value of a text, finite; throws {@link BadQuantity}. */
    public static double parse(String text, Dimension dimension) {
        BigDecimal exact = decimal(text, dimension);
        double value = exact.doubleValue();
        if (Double.isInfinite(value)) {
            throw new BadQuantity("too large to represent, found " + quoted(text));
        }
        if (value == 0 && exact.signum() != 0) {
            throw new BadQuantity("too small to represent, found " + quoted(text));
        }
        return value;
    }

    /** The SI value of a text, exact; throws {@link BadQuantity}. */
    public static BigDecimal decimal(String text, Dimension dimension) {
        String trimmed = text.strip();
        int end = numberEnd(trimmed);
        if (end == 0) {
            throw unexpected(text, dimension, "");
        }
        if (trimmed.indexOf(',') >= 0) {
            throw unexpected(text, dimension, ": write the number with a point and no separators");
        }
        String unit = normalised(trimmed.substring(end));
        BigDecimal scale = dimension.scale(unit);
        if (scale == null) {
            throw unexpected(text, dimension, unitProblem(unit, dimension));
        }
        return number(trimmed.substring(0, end), text).multiply(scale);
    }

    /** Whether the text is a number, or a number with a unit this package knows. */
    public static boolean isQuantity(String text) {
        String trimmed = text.strip();
        int end = numberEnd(trimmed);
        return end > 0 && measuring(normalised(trimmed.substring(end))) != null;
    }

    /** For people: four significant digits and an engineering prefix, "1.28 GS/s". */
    public static String format(double si, String unit) {
        return format(si, unit, 4);
    }

    /** For people: the given number of significant digits and an engineering prefix. */
    public static String format(double si, String unit, int digits) {
        return EngineeringNotation.rounded(si, Dimension.of(unit), digits);
    }

    /** Shortest text that {@link #parse} reads back to the very same double. */
    public static String exact(double si, String unit) {
        return EngineeringNotation.exact(si, Dimension.of(unit));
    }

    private static BigDecimal number(String digits, String text) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new BadQuantity("a number of more than " + LONGEST_NUMBER + " characters, found " + quoted(text));
        }
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (e < 0) {
            return new BigDecimal(digits);
        }
        // Doubles end at 10^308; clamping keeps the decimal arithmetic small for hostile exponents.
        BigDecimal exponent = new BigDecimal(digits.substring(e + 1))
                .min(BigDecimal.valueOf(LARGEST_EXPONENT))
                .max(BigDecimal.valueOf(-LARGEST_EXPONENT));
        return new BigDecimal(digits.substring(0, e)).scaleByPowerOfTen(exponent.intValue());
    }

    /** Index after a leading "[+-]digits[.digits][e[+-]digits]"; 0 when the text does not begin with a number. */
    private static int numberEnd(String text) {
        int i = sign(text, 0);
        int whole = digits(text, i);
        int end = whole;
        int count = whole - i;
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = digits(text, whole + 1);
            count += end - whole - 1;
        }
        if (count == 0) {
            return 0;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int first = sign(text, end + 1);
            int last = digits(text, first);
            return last > first ? last : end;
        }
        return end;
    }

    private static int sign(String text, int i) {
        return i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+') ? i + 1 : i;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** One spelling for what keyboards and word processors write: µ and μ are u, Ω and ohm are Ohm, ² and ^2 are 2. */
    private static String normalised(String unit) {
        return unit.replace('\u00a0', ' ')
                .strip()
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace("\u00b2", "2")
                .replace("^2", "2")
                .replace("\u03a9", "Ohm")
                .replace("\u2126", "Ohm")
                .replace("ohm", "Ohm");
    }

    private static @Nullable Dimension measuring(String unit) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.scale(unit) != null) {
                return dimension;
            }
        }
        return null;
    }

    private static String unitProblem(String unit, Dimension expected) {
        if (unit.isEmpty()) {
            return " without a unit";
        }
        String spelling = expected.spelling(unit);
        if (spelling != null) {
            return ", did you mean \"" + spelling + "\"?";
        }
        Dimension found = measuring(unit);
        if (found == Dimension.NUMBER) {
            return ", a percentage";
        }
        return found == null ? " with an unknown unit" : ", " + found.phrase();
    }

    private static BadQuantity unexpected(String text, Dimension expected, String problem) {
        return new BadQuantity("expected " + expected.phrase() + " such as " + expected.example() + ", found "
                + quoted(text) + problem);
    }

    private static String quoted(String text) {
        return MessageText.quoted(text);
    }
}
