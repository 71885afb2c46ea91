package mho.core.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one instance of a part draws at rest beside what it leaks, and what switches it off.
 *
 * @param onW while the chip has work
 * @param inUseW while a layer that uses the part is at work
 * @param source of both
 * @param refresh null where nothing is refreshed
 * @param gating null without a switch of its own
 */
public record PowerStates(
        double onW, double inUseW, String source, @Nullable Refreshing refresh, @Nullable Gating gating) {
    /** Leakage and nothing else. */
    public static final PowerStates NONE = new PowerStates(0, 0, "", null, null);

    /**
     * Charge that is renewed.
     *
     * @param everyS all of one instance, once in so many seconds
     * @param price of once
     */
    public record Refreshing(double everyS, Price price) {
        public double powerW() {
            return price.joules() / everyS;
        }
    }

    /** The same with charge that is renewed. */
    public PowerStates with(@Nullable Refreshing renewed) {
        return new PowerStates(onW, inUseW, source, renewed, gating);
    }

    PowerStates behind(Gating gate) {
        return new PowerStates(onW, inUseW, source, refresh, gate);
    }

    /** Drawn with the chip on, whatever it does, beside leakage. */
    double alwaysW() {
        return refresh == null ? 0 : refresh.powerW();
    }
}
