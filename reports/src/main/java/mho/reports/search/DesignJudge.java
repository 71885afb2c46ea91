package mho.reports.search;

import java.util.List;
import java.util.Map;
import mho.reports.figures.MetricCondition;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sweep.FigureBounds;
import mho.reports.sweep.PointOutcome;
import mho.reports.sweep.SweepQuestion;
import org.jspecify.annotations.Nullable;

/** What is asked of designs: objectives, and conditions that they must hold. */
record DesignJudge(List<SweepTable.Objective> objectives, List<MetricCondition<?>> constraints) {
    /** Of a condition whose figure a design does not have. */
    private static final double WITHOUT = 1e6;

    static DesignJudge of(SweepQuestion question) {
        return new DesignJudge(question.objectives(), question.constraints());
    }

    DesignScore of(@Nullable PointOutcome outcome) {
        if (outcome == null || outcome.failure() != null) {
            return DesignScore.none(objectives.size());
        }
        double[] costs = new double[objectives.size()];
        for (int i = 0; i < costs.length; i++) {
            Double figure = outcome.figures().get(objectives.get(i).key());
            if (figure == null) {
                return DesignScore.none(objectives.size());
            }
            costs[i] = objectives.get(i).minimise() ? figure : -figure;
        }
        double violation = 0;
        for (MetricCondition<?> constraint : constraints) {
            violation += violation(
                    constraint, outcome.figures().get(constraint.metric().key()));
        }
        return new DesignScore(costs, violation);
    }

    /** Of a design that is not computed: no worse than it really is. Where nothing is known of an objective it may be as good as can be. */
    DesignScore atBest(FigureBounds bounds) {
        double[] costs = new double[objectives.size()];
        for (int i = 0; i < costs.length; i++) {
            SweepTable.Objective goal = objectives.get(i);
            Double bound = (goal.minimise() ? bounds.least() : bounds.most()).get(goal.key());
            costs[i] = bound == null ? Double.NEGATIVE_INFINITY : goal.minimise() ? bound : -bound;
        }
        double violation = 0;
        for (MetricCondition<?> constraint : constraints) {
            violation += atBest(constraint, bounds);
        }
        return new DesignScore(costs, violation);
    }

    private static double atBest(MetricCondition<?> constraint, FigureBounds bounds) {
        String key = constraint.metric().key();
        Map<String, Double> near =
                switch (constraint.relation()) {
                    case BELOW, AT_MOST -> bounds.least();
                    case ABOVE, AT_LEAST -> bounds.most();
                    case EQUAL -> Map.of();
                };
        Double figure = near.get(key);
        return figure == null ? 0 : violation(constraint, figure);
    }

    private static double violation(MetricCondition<?> constraint, @Nullable Double figure) {
        if (figure == null) {
            return WITHOUT;
        }
        if (constraint.holds(figure.doubleValue())) {
            return 0;
        }
        double size = Math.max(Math.abs(constraint.bound()), Double.MIN_NORMAL);
        double off = Math.abs(figure - constraint.bound()) / size;
        return Math.max(Double.MIN_NORMAL, Math.min(WITHOUT, off));
    }
}
