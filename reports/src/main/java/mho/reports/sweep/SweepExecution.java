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
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import mho.arch.machine.Values;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.run.KeptParts;
import org.jspecify.annotations.Nullable;

/** What is left to compute of a sweep, and the computing of it. */
final class SweepExecution<M> {
    private final List<PointPlan.Made<M>> plans;
    private final PointStore store;
    private final SweepDirectory directory;
    private final Sweep.How how;
    private final SweepProgress progress;
    private final List<PointPlan<M>> pending = new ArrayList<>();
    private final int found;
    private final int equal;
    private final Map<Object, SharedPart<M>> made = new HashMap<>();
    private final Map<Object, SharedPart<Values>> values = new HashMap<>();
    /** Failures that may be mended, by hash: this run's answer, but not kept. */
    private final Map<String, PointOutcome> passing = new ConcurrentHashMap<>();

    /** Computed by others. */
    private final List<PointGroup.Computed> there = new ArrayList<>();

    private final @Nullable Kept<M> kept;
    private int done;

    /** Parts that several executions share. */
    record Kept<M>(KeptParts<M> made, KeptParts<Values> values) {
        private static final int MOST = 128;

        Kept() {
            this(new KeptParts<>(MOST), new KeptParts<>(MOST));
        }
    }

    SweepExecution(
            List<PointPlan.Made<M>> plans,
            PointStore store,
            SweepDirectory directory,
            Sweep.How how,
            SweepProgress progress) {
        this(plans, store, directory, how, progress, null);
    }

    /** @param kept parts that other executions share as well; null where this one is all there is */
    SweepExecution(
            List<PointPlan.Made<M>> plans,
            PointStore store,
            SweepDirectory directory,
            Sweep.How how,
            SweepProgress progress,
            @Nullable Kept<M> kept) {
        this.kept = kept;
        this.plans = plans;
        this.store = store;
        this.directory = directory;
        this.how = how;
        this.progress = progress;
        Set<String> seen = new HashSet<>();
        int planned = 0;
        for (PointPlan.Made<M> each : plans) {
            PointPlan<M> plan = each.plan();
            planned += plan == null ? 0 : 1;
            if (plan != null && seen.add(plan.sha256()) && !isFinished(plan)) {
                pending.add(plan);
            }
        }
        found = seen.size() - pending.size();
        equal = planned - seen.size();
        sortByParts();
    }

    private boolean isFinished(PointPlan<M> plan) {
        PointOutcome outcome = store.find(plan.sha256());
        boolean kept = !how.keep() || directory.hasPoint(plan.sha256());
        return outcome != null && (kept || outcome.failure() != null);
    }

    /** Points that share what they are made from come one after the other, so that little of it is alive. */
    private void sortByParts() {
        Map<Object, Integer> order = new HashMap<>();
        for (PointPlan<M> plan : pending) {
            order.putIfAbsent(plan.key(), order.size());
        }
        pending.sort(Comparator.comparing(plan -> requireNonNull(order.get(plan.key()))));
    }

    /** Points that were in the store. */
    int found() {
        return found;
    }

    /** Points that were not. */
    int pending() {
        return pending.size();
    }

    /** Computes all that is pending; a point that fails does not stop the others. */
    void run() {
        PointWorkers workers = how.workers();
        if (workers == null) {
            runHere();
        } else {
            workers.compute(PointGroups.of(pending, workers.slots(), how.keep()), this::take, progress::note);
        }
    }

    /** What came from elsewhere. */
    private void take(PointGroup.Computed group) {
        there.add(group);
        for (int i = 0; i < group.points().size(); i++) {
            PointGroup.Point point = group.points().get(i);
            settle(group.group().sha256().get(i), point.outcome(), point.files());
        }
    }

    private void runHere() {
        Map<Object, PointPlan<M>> firsts = new LinkedHashMap<>();
        for (PointPlan<M> plan : pending) {
            made.computeIfAbsent(
                    plan.key(),
                    key -> new SharedPart<>(shared(kept == null ? null : kept.made(), key, () -> plan.prepared()
                            .make())));
            if (plan.valuesKey() != null) {
                firsts.putIfAbsent(plan.valuesKey(), plan);
            }
        }
        int threadsEach = Math.max(1, how.threads() / Math.max(1, firsts.size()));
        firsts.forEach((key, plan) ->
                values.put(key, new SharedPart<>(shared(kept == null ? null : kept.values(), key, () -> plan.prepared()
                        .values(threadsEach)))));
        new Schedule(pending.stream().map(this::job).toList()).run(how.threads());
    }

    private static <T> Supplier<T> shared(@Nullable KeptParts<T> others, Object key, Supplier<T> maker) {
        return others == null ? maker : () -> others.get(key, maker);
    }

    private Job job(PointPlan<M> plan) {
        SharedPart<M> first = requireNonNull(made.get(plan.key()));
        SharedPart<Values> computed = plan.valuesKey() == null ? null : values.get(plan.valuesKey());
        List<SharedPart<?>> parts = computed == null ? List.of(first) : List.of(first, computed);
        return new Job(parts, () -> finish(plan, first, computed));
    }

    private void finish(PointPlan<M> plan, SharedPart<M> first, @Nullable SharedPart<Values> computed) {
        PointOutcome outcome;
        Map<String, String> files = Map.of();
        try {
            PreparedPoint.Outcome came = plan.prepared().finish(first.get(), computed == null ? null : computed.get());
            outcome = came.figures();
            files = how.keep() ? came.files().get() : files;
        } catch (Throwable e) { // whatever happens to one point must not stop the others
            outcome = PointOutcome.of(e);
        }
        settle(plan.sha256(), outcome, files);
    }

    private void settle(String sha256, PointOutcome outcome, Map<String, String> files) {
        if (!files.isEmpty()) {
            directory.writePoint(sha256, files);
        }
        if (outcome.lasts()) {
            store.add(sha256, outcome);
        } else {
            passing.put(sha256, outcome);
        }
        synchronized (this) {
            done++;
            progress.points(done, pending.size());
        }
    }

    /** What became of a point. */
    PointOutcome outcome(PointPlan.Made<M> point) {
        if (point.plan() == null) {
            return requireNonNull(point.failure());
        }
        String sha256 = point.plan().sha256();
        PointOutcome outcome = store.find(sha256);
        return outcome != null ? outcome : requireNonNull(passing.get(sha256));
    }

    /** @param outcomes of all points */
    SweepCounts tally(PointKind<?> kind, List<PointOutcome> outcomes, double seconds) {
        int failed = (int) outcomes.stream().filter(o -> o.failure() != null).count();
        int first = made(made) + there(PointGroup.Computed::made);
        boolean timelines = kind.sharesTimelines();
        int valued = made(values) + there(PointGroup.Computed::valued);
        int firstUsers = users(made) + there(group -> group.made() + group.reused());
        int valuesUsers = users(values) + there(group -> group.valued() + group.valuesReused());
        return new SweepCounts(
                plans.size(),
                equal,
                found,
                pending.size(),
                failed,
                timelines ? first : 0,
                timelines ? firstUsers - first : 0,
                valued,
                valuesUsers - valued,
                timelines ? null : Integer.valueOf(first),
                seconds);
    }

    private int there(ToIntFunction<PointGroup.Computed> count) {
        return there.stream().mapToInt(count).sum();
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
