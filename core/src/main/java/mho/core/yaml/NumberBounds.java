package mho.core.yaml;

import java.util.Map;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The values a number may take, in its SI unit.
 *
 * @param min the smallest; negative infinity where there is none
 * @param minOpen whether it is itself too small
 * @param max the largest; infinity where there is none
 * @param maxOpen whether it is itself too large
 */
public record NumberBounds(double min, boolean minOpen, double max, boolean maxOpen) {
    private static final String SANE = "beyond which nothing is built and figures leave the range of numbers";
    private static final NumberBounds ABOVE_ZERO = new NumberBounds(0, true, Double.POSITIVE_INFINITY, false);

    static NumberBounds of(@Nullable Range range) {
        if (range == null) {
            return ABOVE_ZERO;
        }
        boolean unstated = Double.isNaN(range.min());
        return new NumberBounds(unstated ? 0 : range.min(), unstated || range.minOpen(), range.max(), range.maxOpen());
    }

    /**
     * The bounds in words, "from 1 to 16"; empty where there are none.
     *
     * @param unit of the number, "1" where it measures nothing
     */
    public String says(String unit) {
        String least = (minOpen ? "above " : "from ") + Quantity.exact(min, unit);
        String most = (maxOpen ? "below " : "") + Quantity.exact(max, unit);
        if (Double.isInfinite(max)) {
            return Double.isInfinite(min) ? "" : least;
        }
        return Double.isInfinite(min) ? "up to " + most : least + " to " + most;
    }

    /** The bounds as a JSON Schema has them. */
    void addTo(Map<String, Object> schema) {
        if (!Double.isInfinite(min)) {
            schema.put(minOpen ? "exclusiveMinimum" : "minimum", min);
        }
        if (!Double.isInfinite(max)) {
            schema.put(maxOpen ? "exclusiveMaximum" : "maximum", max);
        }
    }

    /** What is wrong with a value, "must be above 0 J"; null when nothing is. */
    @Nullable
    String problem(double si, Dimension dimension) {
        String unit = dimension.symbol();
        if (minOpen ? si <= min : si < min) {
            return "must be " + (minOpen ? "above " : "at least ") + Quantity.exact(min, unit);
        }
        if (maxOpen ? si >= max : si > max) {
            return "must be " + (maxOpen ? "below " : "at most ") + Quantity.exact(max, unit);
        }
        double size = Math.abs(si);
        if (size > dimension.most()) {
            return "must be at most " + Quantity.exact(dimension.most(), unit) + ", " + SANE;
        }
        if (si != 0 && size < dimension.least()) {
            return "must be at least " + Quantity.exact(dimension.least(), unit) + ", " + SANE;
        }
        return null;
    }
}
