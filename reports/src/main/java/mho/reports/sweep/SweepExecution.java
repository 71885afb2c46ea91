package mho.reports.sweep;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mho.arch.machine.Values;
import mho.arch.run.TimedRun;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.metrics.Report;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import mho.reports.run.Simulation;
import org.jspecify.annotations.Nullable;

/** What is left to compute of a sweep, and the computing of it. */
final class SweepExecution {
    private final List<PointPlan.Made> plans;
    private final PointStore store;
    private final SweepDirectory directory;
    private final Sweep.How how;
    private final SweepProgress progress;
    private final List<PointPlan> pending = new ArrayList<>();
    private final int found;
    private final int equal;
    private final Map<Object, SharedPart<TimedRun>> timelines = new HashMap<>();
    private final Map<Object, SharedPart<Values>> values = new HashMap<>();
    /** Failures that may be mended, by hash: this run's answer, but not kept. */
    private final Map<String, PointOutcome> passing = new ConcurrentHashMap<>();

    private int done;

    SweepExecution(
            List<PointPlan.Made> plans,
            PointStore store,
            SweepDirectory directory,
            Sweep.How how,
            SweepProgress progress) {
        this.plans = plans;
        this.store = store;
        this.directory = directory;
        this.how = how;
        this.progress = progress;
        Set<String> seen = new HashSet<>();
        int planned = 0;
        for (PointPlan.Made made : plans) {
            PointPlan plan = made.plan();
            planned += plan == null ? 0 : 1;
            if (plan != null && seen.add(plan.sha256()) && !isFinished(plan)) {
                pending.add(plan);
            }
        }
        found = seen.size() - pending.size();
        equal = planned - seen.size();
        sortByParts();
    }

    private boolean isFinished(PointPlan plan) {
        PointOutcome outcome = store.find(plan.sha256());
        boolean kept = !how.keep() || directory.hasPoint(plan.sha256());
        return outcome != null && (kept || outcome.failure() != null);
    }

    /** Points that share a timeline come one after the other, so that few timelines are alive. */
    private void sortByParts() {
        Map<Object, Integer> order = new HashMap<>();
        for (PointPlan plan : pending) {
            order.putIfAbsent(plan.timeKey(), order.size());
        }
        pending.sort(Comparator.comparing(plan -> requireNonNull(order.get(plan.timeKey()))));
    }

    /** Computes all that is pending; a point that fails does not stop the others. */
    void run() {
        Map<Object, PointPlan> firsts = new LinkedHashMap<>();
        for (PointPlan plan : pending) {
            timelines.computeIfAbsent(plan.timeKey(), key -> new SharedPart<>(() -> time(plan)));
            if (plan.valuesKey() != null) {
                firsts.putIfAbsent(plan.valuesKey(), plan);
            }
        }
        int threadsEach = Math.max(1, how.threads() / Math.max(1, firsts.size()));
        firsts.forEach((key, plan) -> values.put(key, new SharedPart<>(() -> values(plan, threadsEach))));
        new Schedule(pending.stream().map(this::job).toList()).run(how.threads());
    }

    private static TimedRun time(PointPlan plan) {
        return plan.prepared().time(Progress.NONE, phase -> {});
    }

    private static Values values(PointPlan plan, int threads) {
        return requireNonNull(plan.prepared().values(threads, Progress.NONE, phase -> {}));
    }

    private Job job(PointPlan plan) {
        SharedPart<TimedRun> timeline = requireNonNull(timelines.get(plan.timeKey()));
        SharedPart<Values> computed = plan.valuesKey() == null ? null : values.get(plan.valuesKey());
        List<SharedPart<?>> parts = computed == null ? List.of(timeline) : List.of(timeline, computed);
        return new Job(parts, () -> finish(plan, timeline, computed));
    }

    private void finish(PointPlan plan, SharedPart<TimedRun> timeline, @Nullable SharedPart<Values> computed) {
        PointOutcome outcome;
        Map<String, String> files = Map.of();
        try {
            PreparedRun prepared = plan.prepared();
            Report report = prepared.report(timeline.get(), computed == null ? null : computed.get());
            outcome = PointOutcome.of(report);
            files = how.keep() ? Simulation.files(prepared.config(), report) : files;
        } catch (Throwable e) { // whatever happens to one point must not stop the others
            outcome = PointOutcome.of(e);
        }
        if (!files.isEmpty()) {
            directory.writePoint(plan.sha256(), files);
        }
        if (outcome.lasts()) {
            store.add(plan.sha256(), outcome);
        } else {
            passing.put(plan.sha256(), outcome);
        }
        synchronized (this) {
            done++;
            progress.points(done, pending.size());
        }
    }

    /** What became of a point. */
    PointOutcome outcome(PointPlan.Made made) {
        if (made.plan() == null) {
            return requireNonNull(made.failure());
        }
        String sha256 = made.plan().sha256();
        PointOutcome outcome = store.find(sha256);
        return outcome != null ? outcome : requireNonNull(passing.get(sha256));
    }

    /** @param outcomes of all points */
    SweepCounts tally(List<PointOutcome> outcomes, double seconds) {
        int failed = (int) outcomes.stream().filter(o -> o.failure() != null).count();
        int simulated = made(timelines);
        int valued = made(values);
        return new SweepCounts(
                plans.size(),
                equal,
                found,
                pending.size(),
                failed,
                simulated,
                users(timelines) - simulated,
                valued,
                users(values) - valued,
                seconds);
    }

    private static <T> int made(Map<Object, SharedPart<T>> parts) {
        return (int) parts.values().stream().filter(part -> !part.isFailed()).count();
    }

    private static <T> int users(Map<Object, SharedPart<T>> parts) {
        return parts.values().stream()
                .filter(part -> !part.isFailed())
                .mapToInt(part -> part.users().size())
                .sum();
    }
}
