package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of many points no other one dominates: no other is better in one objective and no worse in all. */
final class Pareto {
    private Pareto() {}

    /**
     * Whether each point is on the front; equal points stand there together.
     *
     * @param costs of each point, less is better; null for points that do not take part
     */
    static boolean[] front(List<double @Nullable []> costs) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            if (costs.get(i) != null) {
                order.add(i);
            }
        }
        // A point that dominates another comes before it, so looking back on those that are left is enough.
        Comparator<double[]> first = Arrays::compare;
        order.sort(Comparator.comparing(i -> of(costs, i), first));
        boolean[] front = new boolean[costs.size()];
        List<double[]> best = new ArrayList<>();
        for (int i : order) {
            double[] cost = of(costs, i);
            if (best.stream().noneMatch(other -> dominates(other, cost))) {
                best.add(cost);
                front[i] = true;
            }
        }
        return front;
    }

    private static double[] of(List<double @Nullable []> costs, int i) {
        return Objects.requireNonNull(costs.get(i));
    }

    private static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
            better |= one[i] < other[i];
        }
        return better;
    }
}
