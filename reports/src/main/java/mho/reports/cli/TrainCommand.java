package mho.reports.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.config.NamedInputs;
import mho.reports.config.TrainingConfig;
import mho.reports.config.TrainingRequest;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.training.TrainingCsv;
import mho.reports.form.training.TrainingFiles;
import mho.reports.form.training.TrainingJson;
import mho.reports.form.training.TrainingTable;
import mho.reports.medium.Terminal;
import mho.reports.page.TrainingPage;
import mho.reports.run.Simulation;
import mho.reports.sheet.ChipSheet;
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

    @Mixin
    private final SharedOptions shared = new SharedOptions();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Training and test set: mnist, fashion-mnist (where they are installed), fashion-mnist-1000 (comes along; the last fifth are its tests), a file or a folder; or as in \"{data: mnist, crop: [20, 20], threshold: 0.5}\"")
    private @Nullable String data;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Examples that are read with the same weights. Default: the chip's mapping.batch, or 1")
    private @Nullable String batch;

    @Option(names = "--images", paramLabel = "N", description = "Examples of the training set. Default: all")
    private @Nullable String images;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Repeats a training from its config.yaml")
    private @Nullable Path config;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Written after each epoch. Where it is there already, the training goes on from it, to the same bytes")
    private @Nullable Path checkpoint;

    @Option(names = "--no-page", description = "Leaves training.html out")
    private boolean noPage;

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
            Training trained = train(asked);
            RunDirectory directory = wanted == null
                    ? RunDirectory.numbered(Simulation.RUNS.resolve(
                            ("train-" + trained.chip() + "-" + trained.network()).replaceAll("[^A-Za-z0-9_.-]+", "-")
                                    + "-"
                                    + asked.sha256().substring(0, 8)))
                    : wanted;
            Map<String, String> files = new LinkedHashMap<>(TrainingFiles.of(trained));
            if (!noPage) {
                files.put(
                        "training.html",
                        TrainingPage.of(trained, ChipSheet.of(asked.config().loadChip())));
            }
            tell(form, trained, directory.write(files, draft));
        }
        return Main.OK;
    }

    private Training train(TrainingConfig.Loaded asked) {
        TrainingSession session = TrainingSession.of(asked);
        TrainingLog log = TrainingLog.of(checkpoint, session);
        int all = asked.config().training().epochs();
        TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr(), session.examples(), all);
        log.requireRoom(all);
        try {
            while (session.epochs() < all) {
                session.epoch(progress.of(session.epochs()));
                log.write();
            }
        } finally {
            progress.done();
        }
        if (weights != null) {
            session.writeWeights(weights);
        }
        return session.training();
    }

    private void tell(OutputOption.Form form, Training training, Path written) {
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> TrainingJson.of(training),
                () -> TrainingCsv.of(training),
                () -> TrainingTable.of(training, Terminal.ofLauncher()),
                written);
    }

    private TrainingConfig.Loaded asked() {
        if (config != null) {
            if (chip != null || shared.hasNetwork() || data != null) {
                throw new BadInput("--config has its chip, network and data: leave --chip, --network and --data out");
            }
            YamlNode file = Yaml.read(GivenPath.toRead(config));
            if (!(file instanceof MapNode tree)) {
                throw new BadInput(config + ": is no configuration of a training");
            }
            return TrainingConfig.of(tree);
        }
        MapNode tree = shared.over(MapNode.empty(Mark.of("mho train")));
        tree = SharedOptions.put(tree, "chip", chip);
        tree = data != null && data.startsWith("{")
                ? TrainingOptions.put(tree, "data", data)
                : SharedOptions.put(tree, "data", data);
        tree = SharedOptions.put(tree, "batch", batch);
        tree = SharedOptions.put(tree, "images", images);
        TrainingRequest.Asked asked = TrainingRequest.bind(training.over(tree), "");
        return asked.config(new NamedInputs(), asked.settings());
    }
}
