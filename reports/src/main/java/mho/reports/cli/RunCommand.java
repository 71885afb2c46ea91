package mho.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import mho.arch.run.InputCount;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.ArrivalChoice;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.explain.ExplainedRun;
import mho.reports.explain.Explanation;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.report.ReportCsv;
import mho.reports.form.report.ReportJson;
import mho.reports.form.report.ReportTable;
import mho.reports.medium.ParquetFile;
import mho.reports.medium.Terminal;
import mho.reports.metrics.Report;
import mho.reports.page.ReportPage;
import mho.reports.run.Progress;
import mho.reports.run.Simulation;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.ChipSheet;
import mho.reports.trace.TraceRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho run}. */
@Command(
        name = "run",
        description = "Simulates a network on a chip and writes a report.",
        footer = {
            "",
            "Examples:",
            "  ./mho run --chip isaac-ce --network vgg16",
            "  ./mho run --network lenet5 --images 10 --trace",
            "  ./mho run --network lenet5 --arrivals \"10 kHz\"",
            "  ./mho run --network lenet5 --set tile.core.adc.bits=6 --json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class RunCommand implements Callable<Integer> {
    /** Threads; each takes memory of its own. */
    private static final int MOST_JOBS = 1024;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Repeats a run from its config.yaml")
    private @Nullable Path config;

    @Mixin
    private final TableFormatOption tables = new TableFormatOption();

    @Option(names = "--out", paramLabel = "DIR", description = "Directory to write. Default: runs/CHIP-NETWORK-HASH")
    private @Nullable Path out;

    @Option(
            names = "--arrivals",
            paramLabel = "RATE|FILE",
            description =
                    "Inputs that come from outside, and how long they take: at a rate, as in \"10 kHz\" (Poisson, drawn from"
                            + " the seed) or \"10 kHz regular\", or at the times of a file, one on each line, as in 1.5 us."
                            + " --images is how many come. Default: all of a file, or 1000, fewer of large networks")
    private @Nullable String arrivals;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads that compute values. Default: all cores")
    private @Nullable Integer jobs;

    @Option(
            names = "--no-fast-forward",
            description = "Simulates every input, also where the run repeats itself. The report is the same, later")
    private boolean whole;

    @Option(
            names = "--explain",
            description =
                    "Takes the accuracy apart as well, for report.html: a run of values with each effect alone, and one"
                            + " without it. All other figures unfold by a click in any case")
    private boolean explain;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final TraceOptions trace = new TraceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        OutputOption.Form form = output.form();
        RunDirectory wanted = out == null ? null : RunDirectory.named(out);
        RunConfig asked = asked();
        int threads = threads();
        TraceRange traced = trace.range();
        if (asked.data() != null) {
            Notices.ofArithmetic(spec.commandLine().getErr());
        }
        TerminalLine line = TerminalLine.onTerminal(spec.commandLine().getErr());
        // Made before anything is computed: what cannot be written is known then, and a trace is too long to be held.
        RunDirectory beside = wanted == null ? RunDirectory.numbered(Simulation.RUNS.resolve("run")) : wanted;
        beside.clearUp();
        try (Draft draft = beside.draft()) {
            if (traced == null) {
                Simulation simulation = simulate(asked, threads, whole ? new WholeProgress(line) : line, line);
                tell(form, simulation, write(wanted, simulation, draft), "");
            } else {
                trace(form, asked, threads, traced, wanted, draft);
            }
        }
        return Main.OK;
    }

    private void trace(
            OutputOption.Form form,
            RunConfig asked,
            int threads,
            TraceRange traced,
            @Nullable RunDirectory wanted,
            Draft draft)
            throws IOException {
        TerminalLine line = TerminalLine.onTerminal(spec.commandLine().getErr());
        try (OutputStream file = draft.file("trace.json.gz")) {
            TracedProgress tracing = new TracedProgress(
                    line, file, traced, InputCount.untilSteady(asked.images()).most());
            Simulation simulation = simulate(asked, threads, tracing, line);
            tell(form, simulation, write(wanted, simulation, draft), "\n" + tracing.note());
        }
    }

    private Path write(@Nullable RunDirectory wanted, Simulation simulation, Draft draft) throws IOException {
        RunDirectory directory = wanted == null ? RunDirectory.numbered(simulation.defaultDirectory()) : wanted;
        if (tables.parquet()) {
            ParquetFile.write(ReportCsv.layerTable(simulation.report()), draft.file("layers.parquet"));
        }
        return directory.write(simulation.files(this::page), draft);
    }

    private static Simulation simulate(RunConfig asked, int threads, Progress progress, TerminalLine line) {
        try {
            return Simulation.of(asked, threads, progress);
        } finally {
            line.done();
        }
    }

    private String page(Simulation run) {
        RunConfig config = run.config();
        TerminalLine line = TerminalLine.onTerminal(spec.commandLine().getErr());
        List<Explanation> explained;
        try {
            explained = ExplainedRun.of(run, threads(), line).beyondTheLedger(explain);
        } finally {
            line.done();
        }
        return ReportPage.of(run.report(), ChipSheet.of(config.loadChip()), config.yaml(), explained);
    }

    private void tell(OutputOption.Form form, Simulation simulation, Path written, String trace) {
        PrintWriter out = spec.commandLine().getOut();
        Report report = simulation.report();
        if (form == OutputOption.Form.JSON) {
            out.print(ReportJson.of(report));
        } else if (form == OutputOption.Form.CSV) {
            out.print(ReportCsv.layers(report));
        } else {
            int assumed = Assumption.in(simulation.config().chip()).size();
            out.print(ReportTable.of(report, assumed, Terminal.ofLauncher()));
            out.print(trace);
            out.println("\nWritten to " + written);
        }
        out.flush();
    }

    private int threads() {
        if (jobs != null && jobs < 1) {
            throw new BadInput("--jobs " + jobs + ": at least 1 thread has to compute");
        }
        if (jobs != null && jobs > MOST_JOBS) {
            throw new BadInput("--jobs " + jobs + ": at most " + MOST_JOBS
                    + " threads; more than the cores there are help nobody");
        }
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    private RunConfig asked() {
        MapNode given = options.over(MapNode.empty(Mark.of("mho run")));
        if (arrivals != null) {
            given = given.put("arrivals", new ScalarNode(Mark.of("--arrivals " + arrivals), arrivals, true));
        }
        RunRequest asked = Binder.bind(given, RunRequest.class);
        if (jobs != null && asked.data() == null) {
            throw new BadInput("--jobs is how many threads compute values: give --data too");
        }
        List<Setting> settings = options.settings();
        if (config != null) {
            return withAccuracy(again(config, given.keys(), asked).resolved(settings));
        }
        if (asked.network() == null) {
            throw new BadInput("--network is missing: give a name (mho list networks), a .yaml or an .onnx file;"
                    + " or --config to repeat a run");
        }
        return withAccuracy(asked.config(new NamedInputs(), settings));
    }

    /** If that is to be taken apart. */
    private RunConfig withAccuracy(RunConfig run) {
        if (explain && run.data() == null) {
            throw new BadInput("--explain takes the accuracy apart, and a run without data has none: give --data too");
        }
        return run;
    }

    /** So many inputs come from outside where any do, else so many follow one another. */
    private static RunConfig withImages(RunConfig run, int images) {
        ArrivalChoice arriving = run.arrivals();
        return arriving == null ? run.withImages(images) : run.withArrivals(arriving.withImages(images));
    }

    /** A run as it was, but for what is given. */
    private static RunConfig again(Path file, Collection<String> given, RunRequest asked) {
        if (given.contains("chip")) {
            throw new BadInput(
                    "--chip and --config: the configuration has its chip; change it with --set, or drop one of the two");
        }
        if (asked.network() == null
                && (given.contains("batch") || given.contains("dims") || given.contains("inputs"))) {
            throw new BadInput("--batch and --dim belong to a network given with --network");
        }
        RunConfig read = RunConfig.read(GivenPath.toRead(file));
        RunConfig run = asked.network() == null ? read : read.withNetwork(asked.networkChoice(new NamedInputs()));
        run = asked.data() == null ? run : run.withData(asked.dataChoice());
        run = asked.arrivals() == null ? run : run.withArrivals(asked.arrivalChoice());
        run = asked.images() == null || asked.data() != null ? run : withImages(run, asked.images());
        run = given.contains("program") ? run.withTask(asked.program()) : run;
        return given.contains("seed") ? run.withSeed(asked.seed()) : run;
    }
}
