package mho.reports.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.SweepTable;
import org.jspecify.annotations.Nullable;

/** The points held against the constraints and against one another. */
final class FrontSelection {
    /** Behind the key of a metric: the metric that is its standard error. Within it two points are as good as equal. */
    private static final String STANDARD_ERROR = "_error";

    private final SweepQuestion question;
    private final List<Point> points;
    private final List<PointOutcome> outcomes;

    FrontSelection(SweepQuestion question, List<Point> points, List<PointOutcome> outcomes) {
        this.question = question;
        this.points = points;
        this.outcomes = outcomes;
    }

    /** @param set what was set, or followed */
    SweepTable table(List<SweepTable.SetFigure> set) {
        return new SweepTable(
                question.name(),
                question.about(points.size()),
                question.axes(),
                columns(),
                question.objectives(),
                rows(),
                "mho sweep " + SweepDirectory.QUESTION,
                question.yaml(),
                set);
    }

    private List<SweepTable.Column> columns() {
        return question.judged().metrics().stream()
                .map(metric -> new SweepTable.Column(metric, question.usual().contains(metric.key())))
                .toList();
    }

    private List<SweepTable.Row> rows() {
        boolean[] front = front();
        List<SweepTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            PointOutcome outcome = outcomes.get(i);
            List<@Nullable Double> metrics = new ArrayList<>();
            for (String key : question.judged().keys()) {
                metrics.add(outcome.figures().get(key));
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

    /** A front for each network: what one costs is no rival to what another does. */
    private boolean[] front() {
        boolean[] front = new boolean[points.size()];
        int network = question.axes().indexOf(SweepTable.NETWORK);
        Map<String, List<Integer>> byNetwork = new LinkedHashMap<>();
        for (int i = 0; i < points.size(); i++) {
            String name = network < 0 ? "" : points.get(i).settings().get(network);
            byNetwork.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
        }
        for (List<Integer> own : byNetwork.values()) {
            List<ParetoFront.@Nullable Cost> costs = new ArrayList<>();
            own.forEach(i -> costs.add(costs(outcomes.get(i))));
            boolean[] best = ParetoFront.front(costs);
            for (int k = 0; k < best.length; k++) {
                front[own.get(k)] = best[k];
            }
        }
        return front;
    }

    private boolean isAllowed(PointOutcome outcome) {
        return outcome.failure() == null
                && question.constraints().stream()
                        .allMatch(constraint ->
                                constraint.holds(metric -> outcome.figures().get(metric.key())));
    }

    /** Null where the point takes no part: not allowed, or without one of the figures. */
    private ParetoFront.@Nullable Cost costs(PointOutcome outcome) {
        if (!isAllowed(outcome)) {
            return null;
        }
        List<SweepTable.Objective> objectives = question.objectives();
        double[] costs = new double[objectives.size()];
        double[] margins = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            String key = objectives.get(i).key();
            Double figure = outcome.figures().get(key);
            if (figure == null) {
                return null;
            }
            costs[i] = objectives.get(i).minimise() ? figure : -figure;
            margins[i] = outcome.figures().getOrDefault(key + STANDARD_ERROR, 0.0);
        }
        return new ParetoFront.Cost(costs, margins);
    }
}
