package mho.reports.sweep;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What figures of a point can at best be, known before it is computed.
 *
 * @param least by key, what a figure is never below
 * @param most by key, what it is never above
 */
public record FigureBounds(Map<String, Double> least, Map<String, Double> most) {
    /** Nothing is known. */
    public static final FigureBounds NONE = new FigureBounds(Map.of(), Map.of());

    /** Part that is left to rounding. */
    private static final double ROUNDING = 1e-9;

    public FigureBounds {
        least = Map.copyOf(least);
        most = Map.copyOf(most);
    }

    /** The same with room for what sums in another order come to. */
    FigureBounds rounded() {
        Map<String, Double> below = new LinkedHashMap<>();
        Map<String, Double> above = new LinkedHashMap<>();
        least.forEach((key, figure) -> below.put(key, figure * (1 - ROUNDING)));
        most.forEach((key, figure) -> above.put(key, figure * (1 + ROUNDING)));
        return new FigureBounds(below, above);
    }

    public boolean isEmpty() {
        return least.isEmpty() && most.isEmpty();
    }
}
