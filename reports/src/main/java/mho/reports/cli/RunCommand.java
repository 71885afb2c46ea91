package mho.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mho.arch.spec.Chips;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.config.DataChoice;
import mho.reports.config.NetworkChoice;
import mho.reports.config.Normalised;
import mho.reports.config.ReadTime;
import mho.reports.config.RunConfig;
import mho.reports.form.Draft;
import mho.reports.form.ReportCsv;
import mho.reports.form.ReportJson;
import mho.reports.form.ReportTable;
import mho.reports.form.RunDirectory;
import mho.reports.form.Terminal;
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
            "  ./mho run --network lenet5 --set tile.core.adc.bits=6 --json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class RunCommand implements Callable<Integer> {
    private static final String DEFAULT_CHIP = "analog-256";
    private static final int DEFAULT_IMAGES = 2;
    private static final int DEFAULT_CALIBRATION = 64;

    @Option(
            names = "--chip",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "Chip: a name (mho list chips) or a file. Default: analog-256")
    private @Nullable String chip;

    @Option(
            names = "--network",
            paramLabel = "NET",
            completionCandidates = CompletionCommand.NetworkNames.class,
            description = "Network: a name (mho list networks), a .yaml or an .onnx file")
    private @Nullable String network;

    @Option(names = "--config", paramLabel = "FILE", description = "Repeats a run from its config.yaml")
    private @Nullable Path config;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Inputs that follow one another through the pipeline. Default: 2")
    private @Nullable Integer images;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes a figure of the chip file, as in tile.core.adc.bits=6; may be repeated")
    private List<String> settings = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Directory to write. Default: runs/CHIP-NETWORK-HASH")
    private @Nullable Path out;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Inputs at once, where an ONNX file leaves it open. Default: 1")
    private @Nullable Integer batch;

    @Option(
            names = "--dim",
            paramLabel = "NAME=SIZE",
            description = "Size of another dimension that an ONNX file leaves open; may be repeated")
    private List<String> dims = List.of();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Inputs to compute values for: fashion-mnist-1000, a file (IDX, .npy, .npz, CSV) or a folder. With it, --images says how many")
    private @Nullable String data;

    @Option(names = "--labels", paramLabel = "FILE", description = "Labels, where they are not beside the data")
    private @Nullable Path labels;

    @Option(
            names = "--normalise",
            paramLabel = "S:M:D",
            description =
                    "(x * scale - mean) / deviation, as in 1/255:0.286:0.353. Default: pixels / 255, other numbers as they stand")
    private @Nullable String normalise;

    @Option(
            names = "--calibration-data",
            paramLabel = "DATA",
            description =
                    "Inputs to calibrate on, of another file or folder. Default: the training set beside --data; without one the first of --data, which are not computed")
    private @Nullable String calibrationData;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            description = "How many inputs ranges are calibrated on. Default: 64")
    private @Nullable Integer calibration;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "From programming the weights to reading them, as in 1h or 30days. Default: 0 s")
    private @Nullable String time;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads that compute values. Default: all cores")
    private @Nullable Integer jobs;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of whatever is drawn at random. Default: 1")
    private @Nullable Long seed;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final TraceOptions trace = new TraceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseWithoutData();
        Output.Form form = output.form();
        List<Setting> made = settings.stream().map(Setting::parse).toList();
        RunDirectory wanted = out == null ? null : RunDirectory.named(out);
        RunConfig asked = (config == null ? fromOptions() : fromFile(config)).resolved(made);
        TraceRange traced = trace.range();
        TerminalLine line = TerminalLine.onTerminal(spec.commandLine().getErr());
        if (traced == null) {
            Simulation simulation = simulate(asked, line, line);
            tell(form, simulation, directory(wanted, simulation).write(simulation.files(RunCommand::page)), "");
            return Main.OK;
        }
        // A trace is too long to be held: it is in its place before the rest is known.
        RunDirectory beside = wanted == null ? RunDirectory.numbered(Simulation.RUNS.resolve("run")) : wanted;
        try (Draft draft = beside.draft();
                OutputStream file = draft.file("trace.json.gz")) {
            Tracing tracing = new Tracing(line, file, traced, asked.images());
            Simulation simulation = simulate(asked, tracing, line);
            tell(
                    form,
                    simulation,
                    directory(wanted, simulation).write(simulation.files(RunCommand::page), draft),
                    "\n" + tracing.note());
        }
        return Main.OK;
    }

    private Simulation simulate(RunConfig asked, Progress progress, TerminalLine line) {
        try {
            return Simulation.of(asked, threads(), progress);
        } finally {
            line.done();
        }
    }

    private static String page(RunConfig config, Report report) {
        return ReportPage.of(report, ChipSheet.of(config.loadChip()), config.yaml());
    }

    private static RunDirectory directory(@Nullable RunDirectory wanted, Simulation simulation) {
        return wanted == null ? RunDirectory.numbered(simulation.defaultDirectory()) : wanted;
    }

    private void tell(Output.Form form, Simulation simulation, Path written, String trace) {
        PrintWriter out = spec.commandLine().getOut();
        Report report = simulation.report();
        if (form == Output.Form.JSON) {
            out.print(ReportJson.of(report));
        } else if (form == Output.Form.CSV) {
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
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    private RunConfig fromOptions() {
        if (network == null) {
            throw new BadInput("--network is missing: give a name (mho list networks), a .yaml or an .onnx file;"
                    + " or --config to repeat a run");
        }
        MapNode tree = Chips.load(chip == null ? DEFAULT_CHIP : chip, List.of()).tree();
        return new RunConfig(
                null,
                images == null || data != null ? DEFAULT_IMAGES : positive(images),
                seed == null ? 1 : notNegative(seed),
                choice(network),
                data == null ? null : data(data),
                tree);
    }

    private RunConfig fromFile(Path file) {
        if (chip != null) {
            throw new BadInput(
                    "--chip and --config: the configuration has its chip; change it with --set, or drop one of the two");
        }
        RunConfig read = RunConfig.read(file);
        if (network == null && (batch != null || !dims.isEmpty())) {
            throw new BadInput("--batch and --dim belong to a network given with --network");
        }
        RunConfig asked = images == null || data != null ? read : read.withImages(positive(images));
        asked = data == null ? asked : asked.withData(data(data));
        asked = seed == null ? asked : asked.withSeed(notNegative(seed));
        return network == null ? asked : asked.withNetwork(choice(network));
    }

    private DataChoice data(String name) {
        int held = calibration == null ? DEFAULT_CALIBRATION : calibration;
        if (held < 1) {
            throw new BadInput("--calibration " + held + ": ranges need at least 1 input to be calibrated on");
        }
        if (normalise != null) {
            Normalised.parse(normalise);
        }
        return new DataChoice(
                name,
                labels == null ? null : labels.toString(),
                normalise,
                images == null ? null : positive(images),
                calibrationData,
                held,
                time == null ? 0 : ReadTime.parse(time));
    }

    private void refuseWithoutData() {
        if (data == null
                && (labels != null
                        || normalise != null
                        || calibrationData != null
                        || calibration != null
                        || time != null
                        || jobs != null)) {
            throw new BadInput(
                    "--labels, --normalise, --calibration, --calibration-data, --time and --jobs belong to values: give --data too");
        }
        if (jobs != null && jobs < 1) {
            throw new BadInput("--jobs " + jobs + ": at least 1 thread has to compute");
        }
    }

    private NetworkChoice choice(String name) {
        int inputs = batch == null ? 1 : batch;
        if (inputs < 1) {
            throw new BadInput("--batch " + inputs + ": a batch has 1 input or more");
        }
        return NetworkChoice.of(name, inputs, Dims.parse(dims));
    }

    private static int positive(int images) {
        if (images < 1) {
            throw new BadInput("--images " + images + ": at least 1 input has to run");
        }
        return images;
    }

    private static long notNegative(long seed) {
        if (seed < 0) {
            throw new BadInput("--seed " + seed + ": a seed is 0 or more");
        }
        return seed;
    }
}
