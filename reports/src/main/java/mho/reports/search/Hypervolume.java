package mho.reports.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The room that designs dominate up to a point of reference, exactly: slice by slice along the last objective, each slice an area of one objective
 * less.
 */
final class Hypervolume {
    /** Part of a front's range by which the point of reference lies beyond its worst, so that its ends count as well. */
    private static final double BEYOND = 0.1;

    private Hypervolume() {}

    /** @param costs less is better; what is beyond the reference in any of them dominates nothing */
    static double of(List<double[]> costs, double[] reference) {
        List<double[]> inside = costs.stream()
                .filter(cost -> {
                    for (int i = 0; i < reference.length; i++) {
                        if (cost[i] >= reference[i]) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        return of(inside, reference, reference.length);
    }

    private static double of(List<double[]> costs, double[] reference, int objectives) {
        int last = objectives - 1;
        List<double[]> sorted = costs.stream()
                .sorted(Comparator.comparingDouble(cost -> cost[last]))
                .toList();
        if (last == 0) {
            return sorted.isEmpty() ? 0 : reference[0] - sorted.get(0)[0];
        }
        double volume = 0;
        List<double[]> below = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            below.removeIf(dominatedBy(sorted.get(i), last));
            below.add(sorted.get(i));
            double end = i + 1 < sorted.size() ? sorted.get(i + 1)[last] : reference[last];
            double depth = end - sorted.get(i)[last];
            volume += depth > 0 ? depth * of(below, reference, last) : 0;
        }
        return volume;
    }

    private static Predicate<double[]> dominatedBy(double[] cost, int objectives) {
        return other -> {
            for (int i = 0; i < objectives; i++) {
                if (cost[i] > other[i]) {
                    return false;
                }
            }
            return true;
        };
    }

    /** A little beyond the worst of a front, in every objective. */
    static double[] reference(List<double[]> front) {
        double[] reference = new double[front.get(0).length];
        for (int i = 0; i < reference.length; i++) {
            int objective = i;
            double[] costs = front.stream().mapToDouble(cost -> cost[objective]).toArray();
            double worst = Arrays.stream(costs).max().orElse(0);
            double range = worst - Arrays.stream(costs).min().orElse(0);
            double size = range > 0 ? range : worst != 0 ? Math.abs(worst) : 1;
            reference[i] = worst + BEYOND * size;
        }
        return reference;
    }
}
