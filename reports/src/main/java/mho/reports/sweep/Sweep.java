package mho.reports.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.form.sweep.SweepResult;
import mho.reports.form.sweep.SweepTable;
import mho.reports.run.InputCache;
import org.jspecify.annotations.Nullable;

/** Runs a sweep: whatever is not in its store yet, on several threads, each part that points share only once. */
public final class Sweep {
    private final SweepQuestion question;
    private final How how;
    private final SweepProgress progress;
    private final InputCache library = InputCache.shared();
    private final long began = System.nanoTime();

    /**
     * What has no say in the figures.
     *
     * @param directory of the sweep; made, or opened if it is that of an earlier sweep of the same name
     * @param threads at least 1
     * @param keep whether each point leaves its own report
     * @param mostPoints more are refused
     * @param pages other files made from the table, by name
     * @param parquet whether points stand in a Parquet file as well
     * @param workers that compute the points; null where this process does
     */
    public record How(
            Path directory,
            int threads,
            boolean keep,
            long mostPoints,
            Map<String, Function<SweepTable, String>> pages,
            boolean parquet,
            @Nullable PointWorkers workers) {
        public How(
                Path directory,
                int threads,
                boolean keep,
                long mostPoints,
                Map<String, Function<SweepTable, String>> pages) {
            this(directory, threads, keep, mostPoints, pages, false, null);
        }
    }

    private Sweep(SweepQuestion question, How how, SweepProgress progress) {
        this.question = question;
        this.how = how;
        this.progress = progress;
    }

    /**
     * Computes what is missing and writes all files.
     *
     * @throws BadInput if the question makes no point that can be computed, and for a directory that cannot be used; single points that
     *     fail are in the table
     */
    public static SweepResult run(SweepQuestion question, How how, SweepProgress progress) {
        return new Sweep(question, how, progress).run();
    }

    private SweepResult run() {
        return run(question.kind());
    }

    private <M> SweepResult run(PointKind<M> kind) {
        List<Point> points = question.points(how.mostPoints());
        List<PointPlan.Made<M>> plans = PointPlans.of(
                question, kind, library, points, how.threads(), PointStore.glance(how.directory())::contains);
        try (SweepDirectory directory = SweepDirectory.open(how.directory(), question)) {
            directory.sweepUp();
            try (PointStore store = directory.store()) {
                return run(kind, points, plans, directory, store);
            }
        }
    }

    private <M> SweepResult run(
            PointKind<M> kind,
            List<Point> points,
            List<PointPlan.Made<M>> plans,
            SweepDirectory directory,
            PointStore store) {
        SweepExecution<M> load = new SweepExecution<>(plans, store, directory, how, progress);
        load.run();
        List<PointOutcome> outcomes = plans.stream().map(load::outcome).toList();
        List<SweepTable.SetFigure> set = SetFigures.of(plans.stream()
                .flatMap(made -> Stream.ofNullable(made.plan()))
                .map(PointPlan::changed)
                .toList());
        SweepTable table = new FrontSelection(question, points, outcomes).table(set);
        SweepCounts tally = load.tally(kind, outcomes, (System.nanoTime() - began) / 1e9);
        String csv = SweepWriter.write(question, table, points, plans, tally, how, directory, store);
        return new SweepResult(table, tally, csv, how.directory(), store.unchecked());
    }
}
