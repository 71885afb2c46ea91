package mho.reports.tornado;

import org.jspecify.annotations.Nullable;

/**
 * What a figure becomes had one assumption been another.
 *
 * @param value that was tried, as it would be written
 * @param factor over what is assumed: 0.8 or 1.2, or what the nearest whole number makes
 * @param change of the figure, as a part of it; null where there is none
 * @param refused why there is none; empty where there is one
 */
public record TornadoTrial(String value, double factor, @Nullable Double change, String refused) {
    public static TornadoTrial of(String value, double factor, double change) {
        return new TornadoTrial(value, factor, change, "");
    }

    public static TornadoTrial without(String value, double factor, String why) {
        return new TornadoTrial(value, factor, null, why.lines().findFirst().orElse(why));
    }

    /** Whether it is the change that was asked for, and not the next that can be. */
    public boolean isExact(double asked) {
        return Math.abs(factor - asked) < 1e-9;
    }

    /** How far the figure moves, as a logarithm, for the change that was asked for: what a larger one does goes by a power law. */
    double swing(double asked) {
        if (change == null || factor <= 0) {
            return 0;
        }
        double moved = Math.abs(Math.log(Math.max(Double.MIN_NORMAL, 1 + change)));
        return isExact(asked) ? moved : moved * Math.abs(Math.log(asked) / Math.log(factor));
    }
}
