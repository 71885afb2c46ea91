package mho.reports.search;

import java.util.Arrays;

/**
 * How good a design is. Of two that do not hold the constraints the one nearer to them is better, and any that does is better than both (Deb et
 * al. 2002, constrained domination); of two that do, one that is better in one objective and no worse in the others.
 *
 * @see <a href="https://doi.org/10.1109/4235.996017">Deb et al. 2002, A fast and elitist multiobjective genetic algorithm: NSGA-II</a>
 */
final class DesignScore implements Comparable<DesignScore> {
    private final double[] costs;
    private final double violation;

    /**
     * @param costs one for each objective; less is better
     * @param violation how far from the constraints, 0 within them, infinite where a design has no figures
     */
    DesignScore(double[] costs, double violation) {
        this.costs = costs.clone();
        this.violation = violation;
    }

    /** Of a design without figures. */
    static DesignScore none(int objectives) {
        double[] costs = new double[objectives];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        return new DesignScore(costs, Double.POSITIVE_INFINITY);
    }

    double cost(int objective) {
        return costs[objective];
    }

    double[] costs() {
        return costs.clone();
    }

    boolean isAllowed() {
        return violation == 0;
    }

    int objectives() {
        return costs.length;
    }

    /** Whether it is no worse in any objective; both hold the constraints. */
    boolean isAsGoodAs(DesignScore other) {
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] > other.costs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Above zero where the first is better, below where the second is, zero where neither dominates. */
    static int dominance(DesignScore one, DesignScore other) {
        if (one.violation != other.violation) {
            return one.violation < other.violation ? 1 : -1;
        }
        boolean good = one.isAsGoodAs(other);
        boolean bad = other.isAsGoodAs(one);
        return good == bad ? 0 : good ? 1 : -1;
    }

    /** In one objective: above zero where the first is better. */
    static int compare(DesignScore one, DesignScore other, int objective) {
        return Double.compare(other.costs[objective], one.costs[objective]);
    }

    /** In one objective. */
    static double distance(DesignScore one, DesignScore other, int objective) {
        double distance = other.costs[objective] - one.costs[objective];
        return Double.isNaN(distance) ? 0 : distance; // both are infinite
    }

    /** An order in which better ones come last, whatever the objectives; evolution itself goes by dominance. */
    @Override
    public int compareTo(DesignScore other) {
        int allowed = Double.compare(other.violation, violation);
        return allowed != 0 ? allowed : Arrays.compare(other.costs, costs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DesignScore score && violation == score.violation && Arrays.equals(costs, score.costs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(costs) + Double.hashCode(violation);
    }
}
