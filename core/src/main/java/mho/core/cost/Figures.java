package mho.core.cost;

/**
 * What one instance of a part costs, in full: what a {@link Cost} or a named model resolves to.
 *
 * @param energyJ per action
 * @param leakageW drawn whenever the chip is on
 * @param areaM2 of one instance
 * @param source where the figures come from
 * @param leakageStated whether anybody says what it leaks; where nobody does, {@code leakageW} is zero and means nothing
 */
public record Figures(double energyJ, double leakageW, double areaM2, String source, boolean leakageStated) {

    /** Figures of a model: one that gives no leakage has none to state. */
    public Figures(double energyJ, double leakageW, double areaM2, String source) {
        this(energyJ, leakageW, areaM2, source, leakageW > 0);
    }

    public Figures {
        check(energyJ, "energy");
        check(leakageW, "leakage");
        check(areaM2, "area");
    }

    private static void check(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, is " + value);
        }
    }

    /** What one action costs. */
    public Price price() {
        return new Price(energyJ, source);
    }

    /** What one second of one instance leaks: a ledger counts leakage in instance-seconds. */
    public Price leakagePrice() {
        return new Price(leakageW, source);
    }
}
