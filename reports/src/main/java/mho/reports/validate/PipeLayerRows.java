package mho.reports.validate;

import java.util.List;
import java.util.Objects;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;

/**
 * PipeLayer's spikes, and what follows of them for a matrix of 256 x 256 and 16 bits: which holds the arithmetic. Its peaks hang on the
 * number of arrays and all that is digital, which were not seen and are those of another chip.
 */
final class PipeLayerRows {
    private static final String CHIP = "pipelayer";
    /** So that nothing is rounded up to the edge of a longer cycle. */
    private static final String FINE = "cycle=10 ps";

    private static final int GROUPS_AND_SIGNS = 4 * 2;

    private PipeLayerRows() {}

    static List<ValidationRow> rows() {
        ChipSheet sheet = ReferenceRuns.sheet(CHIP);
        Report run = ReferenceRuns.dense(CHIP, 256, 256, FINE);
        Report conv = ReferenceRuns.dense(CHIP, 1152, 256);
        double update = ReferenceRuns.busyS(ReferenceRuns.trained(CHIP, 128, FINE), "first")
                - ReferenceRuns.busyS(ReferenceRuns.dense(CHIP, 128, 128, FINE), "dense");
        double arrays = Objects.requireNonNull(
                        ReferenceRuns.layer(conv, "dense").held())
                .arrays();
        double written = run.entries().stream()
                .filter(entry -> entry.component().equals("tile.buffer")
                        && entry.action().contains("write")
                        && entry.layer().equals("dense"))
                .mapToDouble(Report.Entry::energyJ)
                .sum();
        return List.of(
                ValidationRow.within(
                        0,
                        "PipeLayer, 1152 x 256, arrays of a group and sign",
                        "count",
                        18,
                        arrays / GROUPS_AND_SIGNS,
                        PublishedSources.PIPELAYER_ARRAYS),
                ValidationRow.within(
                        0.001,
                        "PipeLayer, 256 x 256, read",
                        "s",
                        16 * 29.31e-9,
                        ReferenceRuns.busyS(run, "dense"),
                        PublishedSources.PIPELAYER_READS),
                ValidationRow.within(
                        0.001,
                        "PipeLayer, 256 x 256, read",
                        "J",
                        2048 * 16 * 1.08e-12,
                        ReferenceRuns.joules(run, "dense", "tile.core.driver"),
                        PublishedSources.PIPELAYER_READS + ": of a row in each array"),
                ValidationRow.within(
                        0.001,
                        "PipeLayer, an array updated",
                        "s",
                        16 * 50.88e-9,
                        update,
                        PublishedSources.PIPELAYER_WRITES),
                ValidationRow.within(
                        0.001,
                        "PipeLayer, 256 results written to memory",
                        "J",
                        2048 * 3.91e-9,
                        written,
                        PublishedSources.PIPELAYER_WRITES),
                ValidationRow.told(
                        "PipeLayer, peak per area",
                        "OP/s/m2",
                        1.485e18,
                        sheet.peak().opsPerSPerM2(),
                        PublishedSources.PIPELAYER_PEAK
                                + "; here arrays and all around them are as many as in isaac-ce, theirs was not seen"),
                ValidationRow.told(
                        "PipeLayer, peak per watt",
                        "OP/s/W",
                        142.9e9,
                        sheet.peak().opsPerSPerW(),
                        PublishedSources.PIPELAYER_PEAK
                                + "; 256 x 256 read without writing its results does 3.7 TOP/s/W, with them 16 GOP/s/W: how many are written for a read was not seen"));
    }
}
