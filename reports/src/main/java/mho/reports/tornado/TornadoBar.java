package mho.reports.tornado;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far one assumption moves a figure.
 *
 * @param machine that assumes it; both, where both inherit it from one file
 * @param path in its file
 * @param value as assumed
 * @param reasoning that stands in for a source
 * @param low a fifth less of it
 * @param high a fifth more
 */
public record TornadoBar(
        String machine, String path, String value, String reasoning, TornadoTrial low, TornadoTrial high) {
    /** Part that assumptions are moved by, down and up. */
    public static final double PART = 0.2;

    /** A figure that moves by less is told to stay. */
    private static final double STILL = 5e-5;

    /** What bars are sorted by: the larger of both moves, each as a logarithm and for a fifth. */
    public double swing() {
        return Math.max(low.swing(1 - PART), high.swing(1 + PART));
    }

    /** Whether the figure moves at all. */
    public boolean moves() {
        return swing() >= STILL;
    }

    /** Whether neither could be tried. */
    public boolean isRefused() {
        return low.change() == null && high.change() == null;
    }

    /** In short: "tile.core.adc.step of prime (1.5 ns): +13.1 % at -20 %, -10.4 % at +20 %". */
    public String told() {
        String less = told(low, 1 - PART);
        String more = told(high, 1 + PART);
        return path + " of " + machine + " (" + value + "): " + less + (less.isEmpty() || more.isEmpty() ? "" : ", ")
                + more;
    }

    private static String told(TornadoTrial trial, double asked) {
        return trial.change() == null
                ? ""
                : percent(trial.change()) + " at "
                        + (trial.isExact(asked)
                                ? String.format(Locale.ROOT, "%+.0f %%", 100 * (asked - 1))
                                : trial.value());
    }

    /** Signed, as tables have it; null where there is none. */
    public static @Nullable String percent(@Nullable Double change) {
        if (change == null) {
            return null;
        }
        String text = String.format(Locale.ROOT, "%+.1f %%", 100 * change);
        return Math.abs(change) < STILL
                ? "0"
                : Math.abs(change) < 0.001 ? String.format(Locale.ROOT, "%+.2f %%", 100 * change) : text;
    }
}
