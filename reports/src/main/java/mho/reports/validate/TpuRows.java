package mho.reports.validate;

import java.util.ArrayList;
import java.util.List;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;

/** What was published of the first tensor processing unit, against its chip file and simulations. */
final class TpuRows {
    private static final String CHIP = "tpu-v1";
    private static final double BLOCK = 256 * 256;
    private static final double BYTES_PER_S = 34e9;

    private TpuRows() {}

    /** The chip by itself. */
    static List<ValidationRow> chip() {
        ChipSheet sheet = ReferenceRuns.sheet(CHIP);
        ChipSheet.Part die = ReferenceRuns.part(sheet, "upkeep");
        double idleW = die.leakageW() * die.instances();
        return List.of(
                ValidationRow.within(
                        0.003, "TPU v1 peak", "OP/s", 92e12, sheet.peak().opsPerS(), PublishedSources.TPU),
                ValidationRow.within(
                        0.001,
                        "TPU v1 ridge, MACs for a byte of weights",
                        "1",
                        1350,
                        sheet.peak().opsPerS() / 2 / BYTES_PER_S,
                        PublishedSources.TPU),
                ValidationRow.within(1e-6, "TPU v1 die, busy", "W", 40, die.chipPowerW(), PublishedSources.TPU),
                ValidationRow.within(1e-6, "TPU v1 die, idle", "W", 28, idleW, PublishedSources.TPU));
    }

    /** A block, and a matrix of 600 x 600, of few inputs: the memory is all that counts. */
    static List<ValidationRow> blocks() {
        double block = interval(ReferenceRuns.dense(CHIP, 256, 256));
        double matrix = interval(ReferenceRuns.dense(CHIP, 600, 600));
        double wide = interval(ReferenceRuns.dense(
                CHIP, 600, 600, "tile.core.rows=512", "tile.core.columns=512", "tile.core.fill=512"));
        return List.of(
                ValidationRow.within(
                        0.04, "TPU v1, a block of 256 x 256 fetched", "s", 2e-6, block, PublishedSources.TPU),
                ValidationRow.within(
                        1e-6,
                        "the same, by its bytes",
                        "s",
                        BLOCK / BYTES_PER_S,
                        block,
                        "65,536 B at 34 GB/s, derived"),
                ValidationRow.within(
                        0.05,
                        "TPU v1, 600 x 600 in arrays of 256, few inputs",
                        "s",
                        18e-6,
                        matrix,
                        PublishedSources.TPU),
                ValidationRow.within(
                        0.05,
                        "TPU v1, 600 x 600 in arrays of 512, few inputs",
                        "s",
                        32e-6,
                        wide,
                        PublishedSources.TPU));
    }

    /** Operations a second of the applications: measured, and what memory or array allow. */
    static List<ValidationRow> applications() {
        List<ValidationRow> rows = new ArrayList<>();
        Report mlp = application("mlp0", 200);
        measured(rows, "MLP0", 200, 12.3e12, 13.6e12, mlp);
        measured(rows, "MLP1", 168, 9.7e12, 11.424e12, application("mlp1", 168));
        Report lstm = application("lstm0", 64);
        measured(rows, "LSTM0", 64, 3.7e12, 4.352e12, lstm);
        bounded(rows, "LSTM1", 96, 6.528e12, application("lstm1", 96));
        Report cnn = application("cnn0", 8);
        measured(rows, "CNN0", 8, 86e12, 91.75e12, cnn);
        bounded(rows, "CNN1", 16, 91.75e12, application("cnn1", 16));
        rows.add(ValidationRow.never(
                "TPU v1, MLP0, batch 200",
                "inputs/s",
                340_000,
                1 / interval(mlp),
                "20 M weights a batch at 34 GB/s, derived; 225,000 measured with the host"));
        faster(rows, "four times the memory's bandwidth", "memory.bandwidth=68 GB/s", mlp, lstm, cnn, 3, 3, 1);
        faster(rows, "four times the clock", "tile.core.clock=2.8 GHz", mlp, lstm, cnn, 1, 1, 2);
        return rows;
    }

    private static void measured(
            List<ValidationRow> rows, String name, int batch, double published, double bound, Report run) {
        rows.add(ValidationRow.within(
                0.2,
                "TPU v1, " + name + ", batch " + batch,
                "OP/s",
                published,
                run.totals().rates().opsPerS(),
                PublishedSources.TPU + ", Table 3; assumed shapes"));
        bounded(rows, name, batch, bound, run);
    }

    private static void bounded(List<ValidationRow> rows, String name, int batch, double bound, Report run) {
        rows.add(ValidationRow.never(
                "TPU v1, " + name + ", batch " + batch + ", bound",
                "OP/s",
                bound,
                run.totals().rates().opsPerS(),
                "operations for a byte of weights at 34 GB/s, or the peak, derived"));
    }

    private static void faster(
            List<ValidationRow> rows,
            String what,
            String setting,
            Report mlp,
            Report lstm,
            Report cnn,
            double ofMlp,
            double ofLstm,
            double ofCnn) {
        rows.add(gain("MLP0 with " + what, ofMlp, mlp, application("mlp0", 200, setting)));
        rows.add(gain("LSTM0 with " + what, ofLstm, lstm, application("lstm0", 64, setting)));
        rows.add(gain("CNN0 with " + what, ofCnn, cnn, application("cnn0", 8, setting)));
    }

    private static ValidationRow gain(String what, double published, Report before, Report after) {
        return ValidationRow.within(
                0.2,
                "TPU v1, " + what,
                "1",
                published,
                interval(before) / interval(after),
                PublishedSources.TPU + ", section 7");
    }

    private static Report application(String name, int batch, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("mapping.batch=" + batch);
        return ReferenceRuns.zoo(CHIP, "tpu-" + name, all.toArray(String[]::new));
    }

    private static double interval(Report run) {
        return run.totals().times().intervalS();
    }
}
