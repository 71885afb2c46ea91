package mho.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.machine.Evaluation;
import mho.arch.machine.ProgrammedNetwork;
import mho.arch.machine.ValueModel;
import mho.arch.machine.Values;
import mho.arch.plan.Cuts;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.OpenLoad;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.run.SearchNote;
import mho.arch.run.TimedRun;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.reports.config.ArrivalChoice;
import mho.reports.config.DataChoice;
import mho.reports.config.ProgramChoice;
import mho.reports.config.RunConfig;
import mho.reports.form.report.SearchRemark;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.data.DataSet;
import mho.workloads.network.Edge;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.jspecify.annotations.Nullable;

/**
 * A run with its files read and bound, ready to go. Its two expensive parts are made apart from its report, and each has a key: runs with
 * equal keys have equal parts, whatever else differs between them.
 */
public final class PreparedRun {
    private final RunConfig config;
    private final ChipFiles.Loaded chip;
    private final InputCache.Folded network;
    private final InputCache library;
    private final Inventory inventory;
    private @Nullable Cuts cuts;

    private PreparedRun(RunConfig config, ChipFiles.Loaded chip, InputCache.Folded network, InputCache library) {
        this.config = config;
        this.chip = chip;
        this.network = network;
        this.library = library;
        this.inventory = chip.inventory();
    }

    /** @throws mho.core.yaml.BadInput for whatever is wrong with the configuration or the files it names */
    public static PreparedRun of(RunConfig config) {
        return of(config, InputCache.single());
    }

    /** The same as one of many runs, which share the networks and data they read. */
    public static PreparedRun of(RunConfig config, InputCache library) {
        InputCache.Folded network = library.network(config.network());
        Network task = config.task().of(network.folded());
        return new PreparedRun(config, config.loadChip(), new InputCache.Folded(network.network(), task), library);
    }

    /** Reads the data, where there are any: what is wrong with them is known before hours of work. Throws BadInput. */
    public PreparedRun withData() {
        checkTask();
        checkArrivals();
        if (config.data() != null) {
            tiles();
            Interpreter.requireComputable(network.folded());
            library.data(config.network(), config.data());
        }
        return this;
    }

    /** Inputs that come one by one do not wait for others to go through with. */
    private void checkTask() {
        if (config.task() == ProgramChoice.INFER) {
            return;
        }
        if (config.data() != null) {
            throw new BadInput(
                    "data: a run of the program train has time and energy alone, what is learnt is not computed: leave --data out");
        }
        chip.file().as(spec -> spec, machine -> {
            throw new BadInput(
                    "program: " + machine.chip()
                            + " is a reference machine (kind: roofline), which is not modelled to train: take a chip of tiles (analog-train)");
        });
    }

    private void checkArrivals() {
        int batch = chip.file().batch();
        if (config.arriving() != null && batch > 1) {
            throw new BadInput(
                    "arrivals: inputs come one by one, and " + chip.file().chip() + " takes them in batches of " + batch
                            + ": let every input go through for itself (--set "
                            + "mapping.batch=1)");
        }
    }

    /** Who computes values. */
    private ChipSpec tiles() {
        return chip.file().as(spec -> spec, machine -> {
            throw new BadInput(
                    "data: " + machine.chip()
                            + " is a reference machine (kind: roofline), whose arithmetic is not modelled: leave --data out, or take a chip of tiles");
        });
    }

    /** Found when it is first asked for: what was computed before needs none. */
    private synchronized Cuts cuts(ChipSpec spec) {
        if (cuts == null) {
            cuts = Cuts.of(spec, network.folded());
        }
        return cuts;
    }

    public RunConfig config() {
        return config;
    }

    /**
     * The same had its chip's file said something else; what else the file states stays as stated.
     *
     * @throws BadInput if a chip file cannot say so
     */
    public PreparedRun believed(MapNode other) {
        return of(config.withChip(other), library);
    }

    /** What the timeline depends on; equal keys, equal timelines. */
    public Object timeKey() {
        ArrivalChoice arrivals = config.arrivals();
        return arrivals == null
                ? List.of(chip.file().timingKey(), config.network(), config.task(), config.images())
                : List.of(
                        chip.file().timingKey(),
                        config.network(),
                        config.task(),
                        config.images(),
                        arrivals,
                        config.seed());
    }

    /** What the values depend on; null where none are computed. */
    public @Nullable Object valuesKey() {
        return config.data() == null
                ? null
                : List.of(ValueModel.of(tiles()), config.network(), config.data(), config.seed());
    }

    /**
     * Maps, compiles, simulates.
     *
     * @param done told each phase as it ends
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     */
    public TimedRun time(Progress progress, Consumer<String> done) {
        ArrivalChoice arrivals = config.arrivals();
        OpenLoad load = arrivals == null ? null : arrivals.load(config.seed());
        return chip.file()
                .as(
                        spec -> Run.time(
                                spec.timingView(),
                                new BookedPrices(spec, inventory),
                                network.folded(),
                                cuts(spec),
                                InputCount.untilSteady(config.images()),
                                load,
                                progress::watching,
                                done),
                        machine ->
                                Run.time(machine, network.folded(), config.images(), load, progress::watching, done));
    }

    /** Tick at which one input alone comes in. */
    long comes() {
        return chip.file().as(spec -> Run.comes(spec.timingView()), machine -> 0L);
    }

    /** Area of one of its chips, of which it uses one at least; told by prices alone. */
    public double chipAreaM2() {
        return inventory.areaM2();
    }

    /**
     * One input alone, much cheaper than the run; null where that tells nothing for certain.
     *
     * @throws mho.core.engine.ModelSaysNo if the network does not fit
     */
    public @Nullable TimedRun alone() {
        return chip.file()
                .as(
                        spec -> Run.alone(
                                spec.timingView(), new BookedPrices(spec, inventory), network.folded(), cuts(spec)),
                        machine -> null);
    }

    /**
     * What one input alone tells of it; null where that is nothing for certain.
     *
     * @throws mho.core.engine.ModelSaysNo if the network does not fit
     */
    public @Nullable RunBounds bounds() {
        TimedRun one = alone();
        return one == null ? null : bounds(one);
    }

    /** What a run of one input alone tells of this. */
    public RunBounds bounds(TimedRun one) {
        return RunBounds.of(chip.file(), inventory, one, config.data() != null);
    }

    /** What the network computes; null where no data were given. */
    public @Nullable Values values(int threads, Progress progress, Consumer<String> done) {
        DataChoice choice = config.data();
        if (choice == null) {
            return null;
        }
        ChipSpec spec = tiles();
        InputCache.Given given = library.data(config.network(), choice);
        DataSet images = given.data().images();
        DataSet others = given.data().calibration();
        List<Batch> calibration = List.of(others.batch(0, choice.calibration()));
        ProgrammedNetwork analog =
                ProgrammedNetwork.of(spec, network.folded(), cuts(spec), calibration, choice.readTime(), config.seed());
        done.accept("program");
        Values values = Evaluation.of(
                analog, given.reference(), others, threads, count -> progress.images(count, images.size()));
        done.accept("values");
        return values;
    }

    /** Prices what happened; the parts may come from another run with equal keys. */
    public Report report(TimedRun timed, @Nullable Values values) {
        return Metrics.of(new RunResult(chip.file(), timed, inventory, values), chip.tree(), facts(timed, values));
    }

    private Report.RunFacts facts(TimedRun timed, @Nullable Values values) {
        List<String> remarks = new ArrayList<>(network.network().remarks());
        remarks.addAll(chip.file().as(spec -> remarks(spec, timed, values), machine -> List.of()));
        List<Edge> results = network.network().results();
        if (values != null && results.size() > 1) {
            remarks.add("of the " + results.size() + " outputs of the network the first, \""
                    + network.network().node(results.get(0).from()).name()
                    + "\", is the one whose largest value is the answer");
        }
        remarks.addAll(values == null ? List.of() : values.remarks());
        return new Report.RunFacts(
                chip.file().chip(),
                network.network().name(),
                Math.multiplyExact(timed.stream().images(), timed.placement().batch()),
                config.seed(),
                String.valueOf(config.version()),
                config.sha256(),
                remarks);
    }

    private static List<String> remarks(ChipSpec spec, TimedRun timed, @Nullable Values values) {
        List<String> remarks = new ArrayList<>(spec.told());
        remarks.addAll(ZerosLeftOut.remarks(spec.mapping().compact(), timed));
        int batch = timed.placement().updates().batch();
        if (batch > 1) {
            remarks.add("weights change once for " + batch
                    + " inputs, a batch: latency is a batch's, and interval and energy are an"
                    + " input's, a batch's over its inputs (mapping.batch)");
        }
        SearchNote search = timed.search();
        if (search != null) {
            remarks.add(SearchRemark.of(search, timed.placement()));
        }
        for (ChipFace face : spec.faces()) {
            Double zeros = face.chip().element().zerosSkipped();
            if (values == null && zeros != null) {
                remarks.add(face.path().in("tile.core.driver.skip-zeros") + ": without data, " + zeros
                        + " of the rows' phases are taken to be zero and not driven; --data counts them");
            }
        }
        return remarks;
    }
}
