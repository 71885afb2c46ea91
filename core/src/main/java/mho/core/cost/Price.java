package mho.core.cost;

/**
 * What one action costs, and where the figure comes from.
 *
 * @param joules per action
 * @param source citation, model or assumption
 */
public record Price(double joules, String source) {
    public Price {
        if (!(joules >= 0 && joules < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a price must be finite and not negative, is " + joules + " J");
        }
    }
}
