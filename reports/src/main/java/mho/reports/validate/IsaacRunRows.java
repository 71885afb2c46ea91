package mho.reports.validate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** What ISAAC says of its pipeline, against simulations. */
final class IsaacRunRows {
    private static final double CYCLE_S = 100e-9;
    private static final double VGG_BOUND_S = 196 * 1.6e-6;

    private IsaacRunRows() {}

    static List<ValidationRow> pipeline() {
        Report run = ReferenceRuns.oneArray();
        Report slow = ReferenceRuns.oneArray("tile.core.array.read-time=200 ns");
        LayerRow.Times dense = Objects.requireNonNull(layer(run, "dense").times());
        return List.of(
                ValidationRow.within(
                        0,
                        "ISAAC one window, latency",
                        "cycles",
                        22,
                        cycles(dense.latencyS()),
                        PublishedSources.ISAAC_PIPELINE),
                ValidationRow.within(
                        0,
                        "ISAAC one window, interval",
                        "cycles",
                        16,
                        cycles(dense.intervalS()),
                        PublishedSources.ISAAC_PIPELINE),
                ValidationRow.within(
                        0,
                        "ISAAC throughput with 200 ns arrays, relative",
                        "1",
                        0.5,
                        run.totals().times().intervalS() / slow.totals().times().intervalS(),
                        PublishedSources.ISAAC_PIPELINE));
    }

    static List<ValidationRow> balancedVgg() {
        Report run = ReferenceRuns.vgg();
        Bottleneck limit = run.totals().limit();
        return List.of(
                ValidationRow.same(
                        "VGG copies, balanced pipeline",
                        "256, 64, 16, 4, 1",
                        copies(run),
                        PublishedSources.ISAAC_COPIES),
                ValidationRow.above(
                        0.1,
                        "VGG-16 on balanced ISAAC (" + run.totals().inUse().chips() + " chips), interval; limited by "
                                + limit.resource(),
                        "s",
                        VGG_BOUND_S,
                        run.totals().times().intervalS(),
                        "196 windows x 1.6 us where nothing else limits, derived"));
    }

    static List<ValidationRow> fullVgg() {
        Report run = ReferenceRuns.vgg("mapping.copies=fill");
        return List.of(ValidationRow.never(
                "VGG-3 on 16 chips, every array in use where it helps",
                "inputs/s",
                21_351,
                1 / run.totals().times().intervalS(),
                "16 x 41.288 TOP/s over 30.94 GOP, derived"));
    }

    /** Of the convolutions, each number once. */
    private static String copies(Report run) {
        return run.layers().stream()
                .filter(layer -> layer.kind().equals("conv"))
                .map(layer ->
                        Integer.toString(Objects.requireNonNull(layer.held()).copies()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static double cycles(@org.jspecify.annotations.Nullable Double seconds) {
        return seconds == null ? Double.NaN : seconds / CYCLE_S;
    }

    private static LayerRow layer(Report run, String name) {
        return run.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
