package mho.reports.validate;

import java.util.List;
import mho.reports.metrics.Report;

/**
 * The three operations of Sandia's analog core: a read forward (VMM), one in reverse (MVM) and an outer product (OPU), each by itself from
 * what they keep the arrays of two layers busy, of which the first needs no reverse. That a unit lasts 1 ns and an outer product has four
 * phases was chosen to meet the first and the last; the second follows. Energies follow from parts that were not chosen so.
 */
final class MarinellaRows {
    private static final String CHIP = "marinella-2018";
    private static final int LINES = 1024;

    private MarinellaRows() {}

    static List<ValidationRow> rows() {
        Report run = ReferenceRuns.trained(CHIP, LINES);
        double forward = ReferenceRuns.busyS(ReferenceRuns.dense(CHIP, LINES, LINES), "dense");
        double first = ReferenceRuns.busyS(run, "first");
        double second = ReferenceRuns.busyS(run, "second");
        double joules = ReferenceRuns.joules(run, "second", "tile.core");
        return List.of(
                ValidationRow.within(
                                0, "Marinella, 1024 x 1024, VMM", "s", 0.384e-6, forward, PublishedSources.MARINELLA)
                        .asFitted(),
                ValidationRow.within(
                        0,
                        "Marinella, 1024 x 1024, MVM",
                        "s",
                        0.384e-6,
                        tick(second - first),
                        PublishedSources.MARINELLA),
                ValidationRow.within(
                                0,
                                "Marinella, 1024 x 1024, OPU",
                                "s",
                                0.512e-6,
                                tick(first - forward),
                                PublishedSources.MARINELLA)
                        .asFitted(),
                ValidationRow.told(
                        "Marinella, 1024 x 1024, VMM",
                        "J",
                        12.8e-9,
                        joules,
                        PublishedSources.MARINELLA
                                + "; of what is simulated more than half is cells, so that theirs is in integrators, comparators and drivers, whose figures were not seen"),
                ValidationRow.told(
                        "Marinella, a multiply-accumulate of it",
                        "J",
                        11e-15,
                        joules / LINES / LINES,
                        PublishedSources.MARINELLA
                                + "; 12.8 nJ make 12.2 fJ of it; integrators, comparators and drivers were not seen"));
    }

    /** Without what a difference of floating point leaves. */
    private static double tick(double seconds) {
        return Math.rint(seconds * 1e12) / 1e12;
    }
}
