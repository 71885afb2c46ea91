package mho.reports.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import mho.core.yaml.MapNode;
import mho.reports.config.RestrictedConfig;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.restricted.LearntMachineFiles;
import mho.reports.form.restricted.LearntMachineJson;
import mho.reports.form.restricted.LearntMachineTable;
import mho.reports.medium.Terminal;
import mho.reports.restricted.LearntMachine;
import mho.reports.restricted.RestrictedLearner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho rbm}. */
@Command(
        name = "rbm",
        description =
                "Learns bars and stripes with a restricted Boltzmann machine, by contrastive divergence in the arrays of a chip.",
        footer = {
            "",
            "Examples:",
            "  ./mho rbm --chip reports/examples/boltzmann-learns.yaml",
            "  ./mho rbm --side 4 --hidden 12 --epochs 100 --ideal"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class RbmCommand implements Callable<Integer> {
    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Option(names = "--side", paramLabel = "N", description = "Rows of a picture, and columns. Default: 3")
    private @Nullable String side;

    @Option(names = "--hidden", paramLabel = "N", description = "Hidden units. Default: 8")
    private @Nullable String hidden;

    @Option(names = "--epochs", paramLabel = "N", description = "Times that all pictures are learnt. Default: 200")
    private @Nullable String epochs;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "What two units that are on together add to their coupling. Default: 0.05")
    private @Nullable String rate;

    @Option(names = "--steps", paramLabel = "K", description = "Steps of contrastive divergence. Default: 1")
    private @Nullable String steps;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        RunDirectory named = machine.named();
        RestrictedConfig.Loaded asked = asked();
        RunDirectory directory = MachineOptions.directory(named, "rbm", asked.sha256());
        try (Draft draft = directory.draft()) {
            LearntMachine learnt = learnt(asked);
            tell(form, learnt, directory.write(LearntMachineFiles.of(learnt), draft));
        }
        return Main.OK;
    }

    private LearntMachine learnt(RestrictedConfig.Loaded asked) {
        StepProgress progress = new StepProgress(spec.commandLine().getErr());
        try {
            return RestrictedLearner.of(asked)
                    .run(done -> progress.tell("epoch", done, asked.config().epochs()));
        } finally {
            progress.done();
        }
    }

    private void tell(OutputOption.Form form, LearntMachine learnt, Path written) {
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> LearntMachineJson.of(learnt),
                () -> LearntMachineFiles.epochs(learnt),
                () -> LearntMachineTable.of(learnt, Terminal.ofLauncher()),
                written);
    }

    private RestrictedConfig.Loaded asked() {
        MapNode repeated = machine.repeated(Arrays.asList(side, hidden, epochs, rate, steps));
        if (repeated != null) {
            return RestrictedConfig.of(repeated);
        }
        MapNode tree = machine.tree("mho rbm", "analog-train");
        tree = SharedOptions.put(tree, "side", side);
        tree = SharedOptions.put(tree, "hidden", hidden);
        tree = SharedOptions.put(tree, "epochs", epochs);
        tree = SharedOptions.put(tree, "rate", rate);
        return RestrictedConfig.of(SharedOptions.put(tree, "steps", steps));
    }
}
