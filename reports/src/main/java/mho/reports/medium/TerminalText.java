package mho.reports.medium;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class TerminalText {
    private static final double SQUARE_MILLIMETRES = 1e6;

    private static final double LEAST_PERCENT = 0.001;
    private static final int PERCENT_DIGITS = 3;
    private static final int BAR = 24;

    private TerminalText() {}

    /** Four digits and a prefix; a dash where there is no figure. */
    public static String of(@Nullable Double si, String unit) {
        return si == null ? "–" : Quantity.format(si, unit);
    }

    /** Three digits, however small. */
    public static String percent(@Nullable Double fraction) {
        if (fraction == null || !Double.isFinite(fraction)) {
            return "–";
        }
        double percent = 100 * fraction;
        if (Math.abs(percent) < LEAST_PERCENT) {
            return percent == 0 ? "0 %" : "< " + LEAST_PERCENT + " %";
        }
        BigDecimal rounded = new BigDecimal(percent).round(new MathContext(PERCENT_DIGITS));
        int decimals = PERCENT_DIGITS - (rounded.precision() - rounded.scale());
        return rounded.setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY).toPlainString() + " %";
    }

    /** A share as a bar. */
    public static String bar(double share) {
        int eighths = (int) Math.round(BAR * 8 * Math.max(0, Math.min(1, share)));
        String rest = eighths % 8 == 0 ? "" : "▏▎▍▌▋▊▉".substring(eighths % 8 - 1, eighths % 8);
        return "█".repeat(eighths / 8) + rest;
    }

    /** How often: "8.525 k inputs/s". */
    public static String perSecond(double hertz, String what) {
        return Quantity.format(hertz, "Hz").replaceFirst("Hz$", "").strip() + " " + what + "/s";
    }

    /** A figure over another; equal ones stand out. */
    public static String ratio(@Nullable Double ratio) {
        if (ratio == null || ratio.isNaN()) {
            return "–";
        }
        if (ratio.isInfinite()) {
            return ratio > 0 ? "∞" : "-∞";
        }
        if (ratio == 0) {
            return "0";
        }
        return ratio == 1 ? "=" : String.format(Locale.ROOT, "%.4g", ratio);
    }

    /** A ratio of energies, a tenth of a decibel apart. */
    public static String decibels(@Nullable Double figure) {
        return figure == null ? "–" : String.format(Locale.ROOT, "%.1f dB", figure);
    }

    /** A rate of operations per area, in GOP/s/mm2. */
    public static String density(double opsPerSPerM2) {
        return String.format(Locale.ROOT, "%.4g GOP/s/mm2", opsPerSPerM2 / SQUARE_MILLIMETRES / 1e9);
    }

    public static String count(long number) {
        return Long.toString(number);
    }

    /** A large count with a prefix: "30.94 GOP". */
    public static String ops(long ops) {
        String rate = Quantity.format((double) ops, "OP/s");
        return rate.substring(0, rate.length() - "/s".length());
    }

    /** "1 input", "2 inputs". */
    public static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
