package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.core.arithmetic.FusedMultiplyAdd;
import mho.reports.form.SweepFacts;
import mho.reports.run.Host;
import org.jspecify.annotations.Nullable;

/** The files of a finished sweep; all but host.json depend on the question alone. */
final class Written {
    private Written() {}

    /** Returns what points.csv says. */
    static String write(
            Question question,
            SweepTable table,
            List<Point> points,
            List<Plan.Made> plans,
            Tally tally,
            Sweep.How how,
            SweepDirectory directory,
            Store store) {
        List<@Nullable String> hashes = new ArrayList<>();
        plans.forEach(
                made -> hashes.add(made.plan() == null ? null : made.plan().sha256()));
        directory.write(
                Store.NAME,
                store.inOrder(hashes.stream().filter(Objects::nonNull).toList()));
        directory.write(SweepDirectory.QUESTION, question.yaml());
        PointsCsv csv = new PointsCsv(table, points, hashes);
        String all = csv.of(row -> true);
        directory.write("points.csv", all);
        directory.write("pareto.csv", csv.of(SweepTable.Row::pareto));
        how.pages().forEach((name, page) -> directory.write(name, page.apply(table)));
        directory.write("host.json", facts(tally, how.threads()).json());
        return all;
    }

    private static SweepFacts facts(Tally tally, int threads) {
        return new SweepFacts(
                tally.seconds(),
                threads,
                tally.points(),
                tally.found(),
                tally.computed(),
                tally.failed(),
                tally.simulated(),
                tally.repriced(),
                tally.valued(),
                tally.valuesReused(),
                Host.peakMemoryBytes(),
                Host.java(),
                FusedMultiplyAdd.how());
    }
}
