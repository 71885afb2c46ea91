package mho.reports.search;

import java.util.Arrays;
import java.util.List;

/** How far designs of a front are from having the best of everything. */
final class IdealDistance {
    private IdealDistance() {}

    /**
     * The place of the nearest; of equals the first. Every objective counts from 0, the best on the front, to 1, the worst on it; those that are
     * above zero by their logarithm, as a design at twice the least energy is as far off as one at twice the least area.
     */
    static int nearest(List<double[]> front) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < front.size(); i++) {
            double sum = 0;
            for (int objective = 0; objective < front.get(i).length; objective++) {
                double part = part(front, i, objective);
                sum += part * part;
            }
            if (sum < least) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double part(List<double[]> front, int design, int objective) {
        double[] costs = front.stream().mapToDouble(cost -> cost[objective]).toArray();
        double best = Arrays.stream(costs).min().orElse(0);
        double worst = Arrays.stream(costs).max().orElse(0);
        if (worst == best) {
            return 0;
        }
        return best > 0
                ? Math.log(costs[design] / best) / Math.log(worst / best)
                : (costs[design] - best) / (worst - best);
    }
}
