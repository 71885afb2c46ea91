package mho.reports.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mho.arch.machine.Values;
import mho.arch.run.TimedRun;
import mho.core.engine.CriticalPath;
import mho.core.engine.CriticalPaths;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Spelling;
import mho.reports.config.RunConfig;
import mho.reports.figures.Unit;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.Bottleneck;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import mho.reports.run.Simulation;
import org.jspecify.annotations.Nullable;

/** A run whose figures can be taken apart: totals by name, those of layers and parts as in {@code layers.C3.energy_j}. */
public final class ExplainedRun {
    private static final int MOST_LISTED = 60;
    private static final String ENERGY = "energy_j";
    private static final String LATENCY = "latency_s";
    private static final String INTERVAL = "interval_s";
    private static final String LEAKAGE = "leakage_j";
    private static final String ACCURACY = "accuracy";

    private final RunConfig config;
    private final int threads;
    private final Progress progress;
    private final TimedRun timed;
    private final Report report;
    private final Map<String, Supplier<Explanation>> figures = new LinkedHashMap<>();
    private final Supplier<CriticalPaths> paths;
    private @Nullable TimeTree times;

    private ExplainedRun(
            RunConfig config,
            int threads,
            Progress progress,
            TimedRun timed,
            Supplier<CriticalPaths> paths,
            Report report) {
        this.config = config;
        this.threads = threads;
        this.progress = progress;
        this.timed = timed;
        this.paths = paths;
        this.report = report;
        totals();
        report.layers().forEach(this::layer);
        report.components().forEach(this::component);
    }

    /**
     * Simulates it anew, for what a figure is made of stands in no file.
     *
     * @throws BadInput for whatever is wrong with the configuration or the files it names
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     */
    public static ExplainedRun of(RunConfig config, int threads, Progress progress) {
        PreparedRun run = PreparedRun.of(config).withData();
        Values values = run.values(threads, progress, phase -> {});
        TimedRun timed = run.time(progress, phase -> {});
        return of(config, threads, progress, timed, run.report(timed, values));
    }

    /** One that has been simulated already; its one input alone runs once more when a time is asked for. */
    public static ExplainedRun of(RunConfig config, int threads, Progress progress, TimedRun timed, Report report) {
        Supplier<CriticalPaths> paths =
                () -> CriticalPaths.of(timed.program().model(), timed.alone().arrival(0));
        return new ExplainedRun(config, threads, progress, timed, paths, report);
    }

    /** One whose critical paths are known as well. */
    public static ExplainedRun of(Simulation run, int threads, Progress progress) {
        return new ExplainedRun(run.config(), threads, progress, run.timed(), run.paths(), run.report());
    }

    public Report report() {
        return report;
    }

    /** All that can be asked. */
    public List<String> figures() {
        return List.copyOf(figures.keySet());
    }

    /** Throws {@link BadInput} with the name that was probably meant, and those there are. */
    public Explanation explain(String figure) {
        Supplier<Explanation> known = figures.get(figure);
        if (known == null) {
            throw new BadInput("no figure is called " + MessageText.quoted(figure) + remedy(figure));
        }
        return known.get();
    }

    /**
     * All that is not told by the report's ledger line by line: times, rates, areas.
     *
     * @param causes whether accuracy is among them, whose every effect is a run of values
     */
    public List<Explanation> beyondTheLedger(boolean causes) {
        List<Explanation> told = new ArrayList<>();
        figures.forEach((name, why) -> {
            boolean isEnergy = name.endsWith(ENERGY) || name.equals(LEAKAGE);
            if (!isEnergy && (causes || !name.equals(ACCURACY))) {
                told.add(why.get());
            }
        });
        return told;
    }

    private String remedy(String figure) {
        Map<String, String> spelt = new LinkedHashMap<>();
        figures.keySet().forEach(name -> spelt.put(Spelling.kebab(name), name));
        String closest = Spelling.closest(figure, spelt.keySet());
        String meant = closest == null ? "" : ", did you mean \"" + spelt.get(closest) + "\"?";
        if (figure.equals(ACCURACY) && report.values() == null) {
            meant = ": the run computes no values, give it data (--data)";
        }
        List<String> names = figures();
        return meant + "\nthere are "
                + String.join(", ", names.stream().limit(MOST_LISTED).toList())
                + (names.size() > MOST_LISTED ? ", … (" + names.size() + ")" : "");
    }

    private void totals() {
        put(ENERGY, this::energy, this::energyRemarks);
        put(LEAKAGE, () -> EnergyTree.atRest(report), List::of);
        put(
                "power_w",
                () -> over(
                        "average power",
                        report.totals().energy().powerW(),
                        Unit.WATT,
                        "energy / interval",
                        energy(),
                        interval()),
                List::of);
        figures.put(LATENCY, this::latency);
        put(INTERVAL, this::interval, this::limit);
        put(
                "edp_js",
                () -> FigureTree.product(
                        "energy x latency",
                        report.totals().energy().edpJs(),
                        Unit.JOULE_SECOND,
                        "energy x latency",
                        energy(),
                        latency(time().path())),
                List::of);
        put("area_m2", () -> AreaTree.ofNetwork(report), List::of);
        put(
                "ops_per_s",
                () -> over(
                        "rate",
                        report.totals().rates().opsPerS(),
                        Unit.OPERATION_PER_SECOND,
                        "ops / interval",
                        ops(),
                        interval()),
                this::limit);
        put(
                "ops_per_j",
                () -> over(
                        "ops per joule",
                        report.totals().rates().opsPerJ(),
                        Unit.OPERATION_PER_JOULE,
                        "ops / energy",
                        ops(),
                        energy()),
                List::of);
        Values values = report.values();
        Double accuracy = values == null ? null : values.accuracy();
        Double inFloat = values == null ? null : values.floatAccuracy();
        if (values != null && accuracy != null && inFloat != null) {
            figures.put(ACCURACY, () -> {
                AccuracyTree causes = new AccuracyTree(config, threads, progress);
                FigureTree tree = causes.tree(values, accuracy, inFloat);
                return new Explanation(ACCURACY, of(), tree, List.of(), causes.losses(), causes.remarks());
            });
        }
    }

    private void layer(LayerRow layer) {
        String name = "layers." + layer.name() + ".";
        Supplier<FigureTree> energy = () -> EnergyTree.ofLayer(report, layer).asked(name + ENERGY);
        put(name + ENERGY, energy, List::of);
        LayerRow.Times times = layer.times();
        if (times == null) {
            return;
        }
        int stage = report.layers().indexOf(layer);
        figures.put(name + LATENCY, () -> {
            TimeTree why = time();
            CriticalPath path = why.path(stage);
            return explanation(
                    name + LATENCY, why.tree("latency of " + layer.name(), path), why.stretches(path), List.of());
        });
        put(name + INTERVAL, () -> interval(layer, times, stage), this::limit);
        if (layer.energy().opsPerJ() > 0) {
            put(
                    name + "ops_per_j",
                    () -> over(
                            "ops per joule of " + layer.name(),
                            layer.energy().opsPerJ(),
                            Unit.OPERATION_PER_JOULE,
                            "ops / energy",
                            ops(layer.work().ops()),
                            energy.get()),
                    List::of);
        }
    }

    private void component(ComponentRow part) {
        String name = "components." + part.name() + ".";
        Supplier<FigureTree> energy = () ->
                EnergyTree.ofComponent(report, part.name(), part.energyJ()).asked(name + ENERGY);
        put(name + ENERGY, energy, List::of);
        put(
                name + "power_w",
                () -> over(
                        "average power of " + part.name(),
                        part.powerW(),
                        Unit.WATT,
                        "energy / interval",
                        energy.get(),
                        interval()),
                List::of);
        put(name + "area_m2", () -> AreaTree.ofComponent(part), List::of);
    }

    private void put(String figure, Supplier<FigureTree> tree, Supplier<List<String>> remarks) {
        figures.put(figure, () -> explanation(figure, tree.get(), List.of(), remarks.get()));
    }

    private Explanation explanation(String figure, FigureTree tree, List<PathStretch> path, List<String> remarks) {
        return new Explanation(figure, of(), tree, path, List.of(), remarks);
    }

    private String of() {
        return report.run().network() + " on " + report.run().chip();
    }

    private TimeTree time() {
        if (times == null) {
            times = new TimeTree(timed, paths.get(), config.loadChip().tree());
        }
        return times;
    }

    private Explanation latency() {
        TimeTree why = time();
        CriticalPath path = why.path();
        return explanation(LATENCY, latency(path), why.stretches(path), limit());
    }

    private FigureTree latency(CriticalPath path) {
        return time().tree("latency of one input alone", path).asked(LATENCY);
    }

    private FigureTree energy() {
        return EnergyTree.ofNetwork(report).asked(ENERGY);
    }

    private FigureTree ops() {
        return ops(report.totals().ops());
    }

    private static FigureTree ops(long ops) {
        return FigureTree.leaf(
                "operations of an input",
                ops,
                Unit.OPERATION,
                new FigureTree.Leaf(ops, 1, "the network: two for each multiply-accumulate", false));
    }

    private static FigureTree over(
            String label, double value, Unit unit, String equation, FigureTree above, FigureTree below) {
        return FigureTree.quotient(label, value, unit, equation, above, below);
    }

    /** What the busiest resource needs for an input, and what is lost beyond it. */
    private FigureTree interval() {
        Bottleneck limit = report.totals().limit();
        Bottleneck.Next next = limit.next();
        return interval(
                        "interval between inputs",
                        report.totals().times().intervalS(),
                        limit.busyS(),
                        limit.resource() + " is busy with an input",
                        next == null ? "" : next.key(),
                        "it waits: nothing it could do is there yet")
                .asked(INTERVAL);
    }

    private FigureTree interval(LayerRow layer, LayerRow.Times times, int stage) {
        Double own = times.leastIntervalS();
        return interval(
                "interval of " + layer.name(),
                times.intervalS(),
                own == null ? 0 : own,
                own == null ? "it has no arrays that are busy" : "its own arrays are busy with an input",
                time().keyOfArrays(stage),
                "it waits for the rest of the network, whose interval is that of "
                        + report.totals().limit().resource());
    }

    private FigureTree interval(String label, double intervalS, double busyS, String busy, String key, String waiting) {
        TimeTree why = time();
        return FigureTree.sum(
                label,
                intervalS,
                Unit.SECOND,
                "what the busiest needs for each input, and what passes while it waits",
                List.of(
                        FigureTree.leaf(busy, busyS, Unit.SECOND, why.leaf(1, busyS, key)),
                        FigureTree.leaf(waiting, intervalS - busyS, Unit.SECOND, why.leaf(1, intervalS - busyS, ""))));
    }

    private List<String> limit() {
        Bottleneck limit = report.totals().limit();
        return List.of("What limits the steady state: " + limit.resource() + ", busy "
                + TerminalText.of(limit.busyS(), "s") + " for each input (" + TerminalText.percent(limit.utilization())
                + " of the time while in use), for " + String.join(", ", limit.layers()) + "."
                + limit.afterwards(seconds -> TerminalText.of(seconds, "s")) + limit.remedy());
    }

    private List<String> energyRemarks() {
        int unstated = report.chip().leakageUnstated();
        return unstated == 0
                ? List.of()
                : List.of("Of " + unstated + " of " + report.components().size()
                        + " kinds of parts nobody says what they leak; that is not in it.");
    }
}
