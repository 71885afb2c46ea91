package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of many points no other one dominates: no other is as good in all objectives and better in one.
 *
 * <p>Costs may have a margin within which they are as good as equal, as accuracies on few inputs are. With margins "as good as" is not
 * transitive, so the front is built from its cheapest point on: a point stands there unless one that already does is as good in all. So of
 * equal points the first stands there alone.
 */
final class ParetoFront {
    private ParetoFront() {}

    /**
     * What a point costs.
     *
     * @param costs less is better
     * @param margins of each, 0 where costs are exact
     */
    record Cost(double[] costs, double[] margins) {
        /** As good as the other in all: worse by no more than the other's margin. */
        private boolean asGoodAs(Cost other) {
            for (int i = 0; i < costs.length; i++) {
                if (costs[i] > other.costs[i] + other.margins[i]) {
                    return false;
                }
            }
            return true;
        }

        /** Exact costs in their order, then those with a margin: one that is better without doubt comes first. */
        private static int compare(Cost one, Cost other) {
            for (boolean exact : new boolean[] {true, false}) {
                for (int i = 0; i < one.costs.length; i++) {
                    boolean same = (one.margins[i] == 0 && other.margins[i] == 0) == exact;
                    int order = same ? Double.compare(one.costs[i], other.costs[i]) : 0;
                    if (order != 0) {
                        return order;
                    }
                }
            }
            return 0;
        }
    }

    /** Whether each point is on the front; null stands for points that do not take part. */
    static boolean[] front(List<@Nullable Cost> points) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) != null) {
                order.add(i);
            }
        }
        Comparator<Cost> first = Cost::compare;
        order.sort(Comparator.comparing(i -> of(points, i), first));
        boolean[] front = new boolean[points.size()];
        List<Cost> best = new ArrayList<>();
        for (int i : order) {
            Cost cost = of(points, i);
            if (best.stream().noneMatch(other -> other.asGoodAs(cost))) {
                best.add(cost);
                front[i] = true;
            }
        }
        return front;
    }

    private static Cost of(List<@Nullable Cost> points, int i) {
        return Objects.requireNonNull(points.get(i));
    }
}
