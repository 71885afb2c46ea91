package mho.reports.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.reports.compare.RunFiles;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.explain.ExplainedRun;
import mho.reports.explain.Explanation;
import mho.reports.form.explanation.ExplanationJson;
import mho.reports.form.explanation.ExplanationText;
import mho.reports.medium.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho explain}. */
@Command(
        name = "explain",
        description =
                "Takes a figure of a run apart: counts, prices and their sources; critical paths; what is lost by which cause.",
        footer = {
            "",
            "Examples:",
            "  ./mho explain --network lenet5 energy_j",
            "  ./mho run --network lenet5 --out runs/explained",
            "  ./mho explain runs/explained latency_s",
            "  ./mho explain runs/explained layers.C3.interval_s --json"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ExplainCommand implements Callable<Integer> {
    private static final String USAGE = "as in mho explain runs/a energy_j, or mho explain --network lenet5 energy_j";

    @Parameters(
            paramLabel = "[RUN] FIGURE",
            arity = "0..*",
            description =
                    "Directory of a run, or SWEEP@NUMBER for a point that sweep --keep kept; nothing where --network names one. And the"
                            + " figure: energy_j, latency_s, layers.C3.energy_j, components.mesh.area_m2, accuracy")
    private List<String> names = List.of();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--all", description = "Tells small parts one by one, too")
    private boolean all;

    @Option(names = "--json", description = "Prints JSON, in SI units")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunConfig asked = asked();
        TerminalLine line = TerminalLine.onTerminal(spec.commandLine().getErr());
        Explanation explanation;
        try {
            int threads = Runtime.getRuntime().availableProcessors();
            explanation = ExplainedRun.of(asked, threads, line).explain(names.get(names.size() - 1));
        } finally {
            line.done();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ExplanationJson.of(explanation) : ExplanationText.of(explanation, Terminal.ofLauncher(), all));
        out.flush();
        return Main.OK;
    }

    private RunConfig asked() {
        MapNode given = options.over(MapNode.empty(Mark.of("mho explain")));
        if (given.get("network") != null) {
            if (names.size() != 1) {
                throw new BadInput("explain takes one figure of the run that --network asks for, found " + names.size()
                        + ", " + USAGE);
            }
            return Binder.bind(given, RunRequest.class).config(new NamedInputs(), options.settings());
        }
        if (names.size() != 2) {
            throw new BadInput("explain takes a run and a figure of it, found " + names.size() + ", " + USAGE);
        }
        if (!given.keys().isEmpty()) {
            throw new BadInput("--" + given.keys().iterator().next()
                    + ": a run's directory says all of the run; give --network to ask of another");
        }
        return Binder.bind(RunFiles.read(names.get(0)).config(), RunConfig.class);
    }
}
