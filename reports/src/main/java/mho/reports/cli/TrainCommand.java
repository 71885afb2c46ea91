package mho.reports.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.config.NamedInputs;
import mho.reports.config.TrainingConfig;
import mho.reports.config.TrainingRequest;
import mho.reports.config.Version;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.training.TrainingCsv;
import mho.reports.form.training.TrainingJson;
import mho.reports.form.training.TrainingTable;
import mho.reports.medium.Terminal;
import mho.reports.run.Simulation;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;
import mho.reports.training.TrainingSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho train}. */
@Command(
        name = "train",
        description = "Trains a network in the arrays of a chip: accuracy, time and energy epoch by epoch.",
        footer = {
            "",
            "Examples:",
            "  ./mho train --network mlp --data fashion-mnist-1000 --epochs 3",
            "  ./mho train --network mlp --data fashion-mnist-1000 --rate 0.02",
            "  ./mho train --network mlp --data fashion-mnist-1000 --ideal"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--chip",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "Chip: a name (mho list chips) or a file. Default: analog-train")
    private @Nullable String chip;

    @Option(
            names = "--network",
            paramLabel = "NET",
            completionCandidates = CompletionCommand.NetworkNames.class,
            description = "Network: a name (mho list networks), a .yaml or an .onnx file")
    private @Nullable String network;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Training and test set: mnist, fashion-mnist (where they are installed), fashion-mnist-1000 (comes along; the last fifth are its tests), a file or a folder")
    private @Nullable String data;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training set. Default: 1")
    private @Nullable String epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Examples that are read with the same weights. Default: 1")
    private @Nullable String batch;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description =
                    "Learning rate, or what becomes of it, as in \"{kind: steps, rates: [0.01, 0.005], epochs: [10]}\". Default: 0.01")
    private @Nullable String rate;

    @Option(names = "--loss", paramLabel = "LOSS", description = "cross-entropy or squared. Default: cross-entropy")
    private @Nullable String loss;

    @Option(names = "--images", paramLabel = "N", description = "Examples of the training set. Default: all")
    private @Nullable String images;

    @Option(names = "--tests", paramLabel = "N", description = "Examples of the test set. Default: all")
    private @Nullable String tests;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes a figure of the chip file, as in tile.core.learning.devices=[reram-sb]; may be repeated")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of whatever is drawn at random. Default: 1")
    private @Nullable String seed;

    @Option(names = "--ideal", description = "Keeps weights in floating point, not in the chip's cells")
    private boolean ideal;

    @Option(names = "--config", paramLabel = "FILE", description = "Repeats a training from its config.yaml")
    private @Nullable Path config;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Written after each epoch. Where it is there already, the training goes on from it, to the same bytes")
    private @Nullable Path checkpoint;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "An .npz file for the weights as they are read in the end")
    private @Nullable Path weights;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory to write. Default: runs/train-CHIP-NETWORK-HASH")
    private @Nullable Path out;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        RunDirectory wanted = out == null ? null : RunDirectory.named(out);
        TrainingConfig.Loaded asked = asked();
        RunDirectory beside = wanted == null ? RunDirectory.numbered(Simulation.RUNS.resolve("train")) : wanted;
        beside.clearUp();
        try (Draft draft = beside.draft()) {
            Training training = train(asked);
            RunDirectory directory = wanted == null
                    ? RunDirectory.numbered(Simulation.RUNS.resolve(
                            ("train-" + training.chip() + "-" + training.network()).replaceAll("[^A-Za-z0-9_.-]+", "-")
                                    + "-"
                                    + asked.sha256().substring(0, 8)))
                    : wanted;
            Map<String, String> files = new LinkedHashMap<>();
            files.put("config.yaml", asked.yaml());
            files.put("training.json", TrainingJson.of(training));
            files.put("epochs.csv", TrainingCsv.of(training));
            tell(form, training, directory.write(files, draft));
        }
        return Main.OK;
    }

    private Training train(TrainingConfig.Loaded asked) {
        TrainingSession session = TrainingSession.of(asked);
        TrainingLog log = TrainingLog.of(checkpoint, session);
        int all = asked.config().training().epochs();
        TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr(), session.examples(), all);
        List<TrainedEpoch> epochs = new ArrayList<>();
        try {
            while (session.epochs() < all) {
                epochs.add(session.epoch(progress.of(session.epochs())));
                log.write();
            }
        } finally {
            progress.done();
        }
        log.requireWork(all, epochs);
        if (weights != null) {
            session.writeWeights(weights);
        }
        return new Training(asked, session.chipName(), session.networkName(), epochs);
    }

    private void tell(OutputOption.Form form, Training training, Path written) {
        PrintWriter to = spec.commandLine().getOut();
        switch (form) {
            case JSON -> to.print(TrainingJson.of(training));
            case CSV -> to.print(TrainingCsv.of(training));
            case TEXT -> {
                to.print(TrainingTable.of(training, Terminal.ofLauncher()));
                to.println("\nWritten to " + written);
            }
        }
        to.flush();
    }

    private TrainingConfig.Loaded asked() {
        List<Setting> changes = settings.stream().map(Setting::parse).toList();
        if (config != null) {
            if (chip != null || network != null || data != null) {
                throw new BadInput("--config has its chip, network and data: leave --chip, --network and --data out");
            }
            YamlNode file = Yaml.read(GivenPath.toRead(config));
            if (!(file instanceof MapNode tree)) {
                throw new BadInput(config + ": is no configuration of a training");
            }
            return TrainingConfig.of(tree);
        }
        return new TrainingRequest(chip, network, data, numbers(), rate, loss, ideal)
                .config(new NamedInputs(), changes, Version.CURRENT);
    }

    private Map<String, String> numbers() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "epochs", epochs);
        put(given, "batch", batch);
        put(given, "seed", seed);
        put(given, "images", images);
        put(given, "tests", tests);
        return given;
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
