package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.core.arithmetic.FusedMultiplyAdd;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.PointsCsv;
import mho.reports.form.sweep.SeedGroup;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.form.sweep.SweepFacts;
import mho.reports.form.sweep.SweepTable;
import mho.reports.run.HostMeter;
import org.jspecify.annotations.Nullable;

/** The files of a finished sweep; all but host.json depend on the question alone. */
final class SweepWriter {
    private static final String PARQUET = "points.parquet";

    private SweepWriter() {}

    /** Returns what points.csv says. */
    static String write(
            SweepQuestion question,
            SweepTable table,
            List<Point> points,
            List<? extends PointPlan.Made<?>> plans,
            SweepCounts tally,
            Sweep.How how,
            SweepDirectory directory,
            PointStore store) {
        List<@Nullable String> hashes = new ArrayList<>();
        plans.forEach(
                made -> hashes.add(made.plan() == null ? null : made.plan().sha256()));
        directory.write(
                PointStore.NAME,
                store.inOrder(hashes.stream().filter(Objects::nonNull).toList()));
        directory.write(SweepDirectory.QUESTION, question.yaml());
        PointsCsv csv = new PointsCsv(table, points, hashes);
        String all = csv.of(row -> true);
        directory.write("points.csv", all);
        if (how.parquet() || directory.has(PARQUET)) { // one of fewer points would be believed
            directory.writeParquet(PARQUET, csv.table(row -> true));
        }
        directory.write("pareto.csv", csv.of(SweepTable.Row::pareto));
        String seeds = SeedGroup.csv(table);
        if (!seeds.isEmpty()) {
            directory.write("seeds.csv", seeds);
        }
        how.pages().forEach((name, page) -> directory.write(name, page.apply(table)));
        directory.write("host.json", facts(tally, how.threads()).json());
        return all;
    }

    private static SweepFacts facts(SweepCounts tally, int threads) {
        return new SweepFacts(tally, threads, HostMeter.peakMemoryBytes(), HostMeter.java(), FusedMultiplyAdd.how());
    }
}
