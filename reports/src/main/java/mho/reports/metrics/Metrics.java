package mho.reports.metrics;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.UnsourcedNumbers;
import mho.arch.element.Component;
import mho.arch.machine.LayerValues;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.yaml.MapNode;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.Citations;

/** Makes the report of a run. */
public final class Metrics {
    private final RunResult run;
    private final Placement placement;
    private final RunTimes times;
    private final ResourceUse load;
    private final EnergyBooks books;
    private final MachineSide side;
    private final ZeroSkipping zeros;
    private final Citations citations;
    private final List<String> unsourced;
    private final List<ChangedFigure> set;

    private Metrics(RunResult run, MapNode tree) {
        this.run = run;
        this.unsourced = UnsourcedNumbers.of(tree);
        this.set = ChangedFigure.of(tree);
        this.citations = new Citations(tree);
        this.placement = run.placement();
        this.times = new RunTimes(run);
        this.side = MachineSide.of(run);
        this.load = new ResourceUse(run, times, side);
        this.books = EnergyBooks.of(run, times.intervalS());
        this.zeros = side.zeros();
    }

    /**
     * The report of a run.
     *
     * @param chip the resolved chip file, for the sources of prices
     */
    public static Report of(RunResult run, MapNode chip, Report.RunFacts facts) {
        Metrics metrics = new Metrics(run, chip);
        Totals totals = metrics.totals();
        List<ComponentRow> components = metrics.components();
        ArrivalLatency arrivals = ArrivalLatency.of(run.open(), totals.times().intervalS());
        List<String> warnings = new ArrayList<>(metrics.side.warnings(totals, components));
        if (arrivals != null && arrivals.overloaded()) {
            warnings.add(arrivals.warning());
        }
        return Invariants.checked(new Report(
                facts,
                metrics.chip(),
                totals,
                metrics.side.programming(),
                metrics.zeros,
                run.values(),
                arrivals,
                metrics.placement.turns(),
                metrics.layers(),
                components,
                metrics.books.entries(metrics.citations),
                warnings));
    }

    private Report.ChipFacts chip() {
        return new Report.ChipFacts(
                side.circuits(),
                side.peak(),
                run.inventory().areaM2(),
                side.tiles(),
                side.arrays(),
                run.inventory().leakageUnstated(),
                unsourced,
                side.absent(),
                set,
                side.unusual());
    }

    private Totals totals() {
        long ops = run.network().ops();
        double latencyS = times.latencyS();
        double energyJ = books.totalJ();
        double opsPerS = ratio(ops, times.intervalS());
        Totals.InUse inUse = side.inUse();
        return new Totals(
                ops,
                new Totals.Times(
                        latencyS, times.intervalS(), times.steadiness(), times.pipelined() ? "interval" : "latency"),
                new Totals.Energy(energyJ, books.leakageJ(), ratio(energyJ, times.intervalS()), energyJ * latencyS),
                new Totals.Rates(
                        opsPerS,
                        ratio(ops, energyJ),
                        ratio(opsPerS, inUse.areaM2()),
                        ratio(opsPerS, placement.chips() * run.chip().peakOpsPerSecond())),
                inUse,
                load.limit());
    }

    private List<LayerRow> layers() {
        List<LayerRow> rows = new ArrayList<>();
        placement.pipeline().stages().forEach(stage -> rows.add(layer(stage)));
        if (books.leakageJ() > 0) {
            rows.add(leakage());
        }
        return rows;
    }

    private LayerRow layer(Stage stage) {
        int id = stage.id();
        long ops = stage.node().ops();
        double energyJ = books.layerJ(id);
        ResourceUse.Busy bottleneck = load.bottleneck(id);
        LayerRow.Held held = side.held(stage);
        LayerValues values = run.values() == null ? null : run.values().layer(id);
        return new LayerRow(
                stage.node().name(),
                stage.node().kind(),
                new LayerRow.Work(ops, stage.windows(), ratio(ops, times.intervalS(id))),
                held,
                new LayerRow.Times(times.latencyS(id), times.intervalS(id), load.leastIntervalS(id), times.spans(id)),
                new LayerRow.Energy(energyJ, ratio(ops, energyJ), books.byComponentJ(id)),
                new LayerRow.Use(
                        load.utilization(id),
                        bottleneck.resource(),
                        bottleneck.fraction(),
                        held == null ? null : zeros.skipped(stage.kind(), held.arrays(), values)),
                side.bytes(stage),
                values);
    }

    private LayerRow leakage() {
        int row = books.staticRow();
        return LayerRow.leakage(
                new LayerRow.Energy(books.layerJ(row), 0, books.byComponentJ(row)), side.tiles() != null);
    }

    private List<ComponentRow> components() {
        return run.inventory().components().stream().map(this::component).toList();
    }

    private ComponentRow component(Component part) {
        return new ComponentRow(
                part.path(),
                part.instancesPerChip() * placement.chips(),
                part.chipAreaM2() * placement.chips(),
                books.componentJ(part.path()),
                ratio(books.componentJ(part.path()), times.intervalS()),
                ratio(
                        part.chipAreaM2() * placement.chips(),
                        placement.chips() * run.inventory().areaM2()),
                ratio(books.componentJ(part.path()), books.totalJ()),
                citations.of(part.path(), part.figures().sources()),
                books.actionsOf(part.path(), citations));
    }

    /** Zero where there is nothing to divide by, so that a network of no operations has a report too. */
    private static double ratio(long part, double whole) {
        return ratio((double) part, whole);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
