package mho.reports.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.reports.anneal.Annealing;
import mho.reports.anneal.AnnealingMachine;
import mho.reports.config.AnnealConfig;
import mho.reports.files.Draft;
import mho.reports.files.RunDirectory;
import mho.reports.form.anneal.AnnealingFiles;
import mho.reports.form.anneal.AnnealingJson;
import mho.reports.form.anneal.AnnealingTable;
import mho.reports.form.anneal.SweepsCsv;
import mho.reports.medium.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho anneal}. */
@Command(
        name = "anneal",
        description =
                "Cuts a graph or satisfies a formula by annealing binary units whose couplings stand in the arrays of a chip.",
        footer = {
            "",
            "Examples:",
            "  ./mho anneal --problem reports/examples/grid-60.rud --sweeps 200",
            "  ./mho anneal --problem reports/examples/random-20.cnf --rule gibbs",
            "  ./mho anneal --problem reports/examples/grid-60.rud --together --ideal"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class AnnealCommand implements Callable<Integer> {
    @Mixin
    private final MachineOptions machine = new MachineOptions();

    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description = "A graph as rudy and the G-set have it, or a formula in DIMACS CNF")
    private @Nullable String problem;

    @Option(names = "--sweeps", paramLabel = "N", description = "Updates of every unit. Default: 1000")
    private @Nullable String sweeps;

    @Option(names = "--rule", paramLabel = "RULE", description = "gibbs or metropolis. Default: metropolis")
    private @Nullable String rule;

    @Option(
            names = "--hot",
            paramLabel = "T",
            description =
                    "Temperature of the first sweep, in units of the energy. Default: the root of the mean square of what couplings and field of a unit add up to")
    private @Nullable String hot;

    @Option(
            names = "--cold",
            paramLabel = "T",
            description =
                    "Temperature of the last sweep; those between fall by equal factors. Default: a fifth of the weakest coupling")
    private @Nullable String cold;

    @Option(
            names = "--together",
            description = "Updates units that are not coupled at once, such as the layers of a graph with two sides")
    private boolean together;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        RunDirectory named = machine.named();
        AnnealConfig.Loaded asked = asked();
        RunDirectory directory = MachineOptions.directory(named, "anneal", asked.sha256());
        try (Draft draft = directory.draft()) {
            Annealing annealing = anneal(asked);
            tell(form, annealing, directory.write(AnnealingFiles.of(annealing), draft));
        }
        return Main.OK;
    }

    private Annealing anneal(AnnealConfig.Loaded asked) {
        StepProgress progress = new StepProgress(spec.commandLine().getErr());
        try {
            return AnnealingMachine.of(asked)
                    .run(done -> progress.tell("sweep", done, asked.config().sweeps()));
        } finally {
            progress.done();
        }
    }

    private void tell(OutputOption.Form form, Annealing annealing, Path written) {
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> AnnealingJson.of(annealing),
                () -> SweepsCsv.of(annealing),
                () -> AnnealingTable.of(annealing, Terminal.ofLauncher()),
                written);
    }

    private AnnealConfig.Loaded asked() {
        MapNode repeated =
                machine.repeated(Arrays.asList(problem, sweeps, rule, hot, cold, together ? "--together" : null));
        if (repeated != null) {
            return AnnealConfig.of(repeated);
        }
        if (problem == null) {
            throw new BadInput("--problem is missing: give a graph in rudy format or a DIMACS CNF file");
        }
        MapNode tree = MachineOptions.file(machine.tree("mho anneal", "boltzmann"), "problem", problem);
        tree = SharedOptions.put(tree, "sweeps", sweeps);
        tree = SharedOptions.put(tree, "rule", rule);
        tree = SharedOptions.put(tree, "hot", hot);
        tree = SharedOptions.put(tree, "cold", cold);
        return AnnealConfig.of(
                together ? tree.put("together", new ScalarNode(Mark.of("--together"), "true", false)) : tree);
    }
}
