package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import mho.core.yaml.BadInput;
import mho.reports.run.Library;

/** The plans of all points, in their order. */
final class Plans {
    private Plans() {}

    /**
     * @param done whether the point of a hash has been computed already
     * @throws BadInput if no point can be planned: what varies is not what a chip has
     */
    static List<Plan.Made> of(
            Question question, Library library, List<Point> points, int threads, Predicate<String> done) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Plan.Made>> calls = new ArrayList<>();
            for (Point point : points) {
                calls.add(() -> Plan.of(question, library, point, done));
            }
            List<Plan.Made> plans = new ArrayList<>();
            for (Future<Plan.Made> plan : workers.invokeAll(calls)) {
                plans.add(plan.get());
            }
            refuseHopeless(plans);
            return plans;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static void refuseHopeless(List<Plan.Made> plans) {
        if (plans.stream().allMatch(made -> made.plan() == null)) {
            Outcome first = plans.get(0).failure();
            throw new BadInput(first == null ? "no points" : String.valueOf(first.failure()));
        }
    }
}
