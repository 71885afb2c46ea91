package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.reports.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** The points held against the constraints and against one another. */
final class Judged {
    private final Question question;
    private final List<Point> points;
    private final List<Outcome> outcomes;

    Judged(Question question, List<Point> points, List<Outcome> outcomes) {
        this.question = question;
        this.points = points;
        this.outcomes = outcomes;
    }

    SweepTable table() {
        return new SweepTable(
                question.name(),
                question.about(points.size()),
                question.axes(),
                columns(),
                question.objectives(),
                rows(),
                "mho sweep " + SweepDirectory.QUESTION,
                question.yaml());
    }

    private static List<SweepTable.Column> columns() {
        return Arrays.stream(Metric.values())
                .map(metric -> new SweepTable.Column(metric.key(), metric.label(), metric.unit()))
                .toList();
    }

    private List<SweepTable.Row> rows() {
        boolean[] front = Pareto.front(outcomes.stream().map(this::costs).toList());
        List<SweepTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Outcome outcome = outcomes.get(i);
            List<@Nullable Double> metrics = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                metrics.add(outcome.figures().get(metric));
            }
            rows.add(new SweepTable.Row(
                    points.get(i).number(),
                    points.get(i).settings(),
                    metrics,
                    outcome.failure(),
                    isAllowed(outcome),
                    front[i]));
        }
        return rows;
    }

    private boolean isAllowed(Outcome outcome) {
        return outcome.failure() == null
                && question.constraints().stream()
                        .allMatch(constraint ->
                                constraint.holds(metric -> outcome.figures().get(metric)));
    }

    /** Null where the point takes no part: not allowed, or without one of the figures. */
    private double @Nullable [] costs(Outcome outcome) {
        if (!isAllowed(outcome)) {
            return null;
        }
        List<SweepTable.Objective> objectives = question.objectives();
        double[] costs = new double[objectives.size()];
        for (int i = 0; i < costs.length; i++) {
            Double figure =
                    outcome.figures().get(Objectives.metric(objectives.get(i).key()));
            if (figure == null) {
                return null;
            }
            costs[i] = objectives.get(i).minimise() ? figure : -figure;
        }
        return costs;
    }
}
