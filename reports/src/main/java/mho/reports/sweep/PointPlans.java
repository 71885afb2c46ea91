package mho.reports.sweep;

import java.util.List;
import java.util.function.Predicate;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.Point;
import mho.reports.run.InputCache;

/** The plans of all points, in their order. */
final class PointPlans {
    private PointPlans() {}

    /**
     * @param done whether the point of a hash has been computed already
     * @throws BadInput if no point can be planned: what varies is not what a chip has
     */
    static <M> List<PointPlan.Made<M>> of(
            SweepQuestion question,
            PointKind<M> kind,
            InputCache library,
            List<Point> points,
            int threads,
            Predicate<String> done) {
        List<PointPlan.Made<M>> plans =
                SideBySide.of(points, threads, point -> PointPlan.of(question, kind, library, point, done));
        refuseHopeless(plans);
        return plans;
    }

    private static void refuseHopeless(List<? extends PointPlan.Made<?>> plans) {
        if (plans.stream().allMatch(made -> made.plan() == null)) {
            PointOutcome first = plans.get(0).failure();
            throw new BadInput(first == null ? "no points" : String.valueOf(first.failure()));
        }
    }
}
