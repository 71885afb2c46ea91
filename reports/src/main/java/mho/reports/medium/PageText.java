package mho.reports.medium;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as a page shows them: four significant digits, a prefix that leaves one to three before the point, signs in place of letters. */
public final class PageText {
    private static final MathContext DIGITS = new MathContext(4);
    private static final MathContext SHARE = new MathContext(3);
    private static final String[] PREFIXES = {"a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final int NO_PREFIX = 6;
    private static final double SQUARE_MILLIMETRE = 1e-6;
    private static final double SQUARE_MICROMETRE = 1e-12;

    private PageText() {}

    /** A figure in SI units; the unit may be empty. */
    public static String of(@Nullable Double si, String unit) {
        if (si == null || !Double.isFinite(si)) {
            return "–";
        }
        if (unit.equals("m2")) {
            boolean tiny = si != 0 && Math.abs(si) < SQUARE_MILLIMETRE / 1000;
            return tiny ? plain(si / SQUARE_MICROMETRE) + " µm²" : plain(si / SQUARE_MILLIMETRE) + " mm²";
        }
        if (unit.isEmpty() || unit.equals("dB")) {
            return unit.isEmpty() ? plain(si) : String.format(Locale.ROOT, "%.1f dB", si);
        }
        if (unit.equals("op/s/m2")) {
            return prefixed(si * SQUARE_MILLIMETRE, "OP/s/mm²");
        }
        if (unit.equals("op/J")) {
            return prefixed(si, "OP/s/W"); // the same number, written as everywhere else
        }
        return prefixed(si, unit.startsWith("op/") ? unit.replace("op", "OP") : unit);
    }

    private static String prefixed(double si, String unit) {
        if (si == 0) {
            return "0 " + unit;
        }
        BigDecimal rounded = new BigDecimal(si).round(DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        int step = Math.max(-NO_PREFIX, Math.min(PREFIXES.length - 1 - NO_PREFIX, Math.floorDiv(exponent, 3)));
        return trimmed(rounded.scaleByPowerOfTen(-3 * step)) + " " + PREFIXES[step + NO_PREFIX] + unit;
    }

    /** Without a prefix: four digits, more where they stand before the point. */
    public static String plain(double number) {
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        if (size >= 1e15 || size < 1e-6) {
            return String.format(Locale.ROOT, "%.3e", number);
        }
        return size >= 1e4 ? count(Math.round(number)) : trimmed(new BigDecimal(number).round(DIGITS));
    }

    private static String trimmed(BigDecimal number) {
        String text = number.toPlainString();
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** With thin spaces between thousands. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** A part of one: three digits. */
    public static String percent(@Nullable Double part) {
        if (part == null || !Double.isFinite(part)) {
            return "–";
        }
        return trimmed(new BigDecimal(100 * part).round(SHARE)) + " %";
    }

    /** "1 input", "2 inputs". */
    public static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
