package mho.reports.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.reports.compare.Comparison;
import mho.reports.compare.RunFiles;
import mho.reports.compare.SavedRun;
import mho.reports.compare.Verdict;
import mho.reports.form.ComparisonCsv;
import mho.reports.form.ComparisonJson;
import mho.reports.form.ComparisonTable;
import mho.reports.form.Terminal;
import mho.reports.metrics.Condition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho compare}. */
@Command(
        name = "compare",
        description =
                "Holds runs against a base: what was configured differently, what came out, and where it comes from.",
        footer = {
            "",
            "Example:",
            "  ./mho run --network lenet5 --out runs/eight",
            "  ./mho run --network lenet5 --set tile.core.adc.bits=6 --out runs/six",
            "  ./mho compare runs/eight runs/six --fail-if \"energy_j > 1.05\""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description =
                    "A run's directory, or SWEEP@NUMBER for a point that sweep --keep kept; the first is the base")
    private List<String> names = List.of();

    @Option(
            names = "--fail-if",
            paramLabel = "BOUND",
            description = "Exit with 1 if the ratio of a metric to the base's is so, as in \"energy_j > 1.05\" or"
                    + " \"accuracy < 99 %%\"; may be repeated")
    private List<String> bounds = List.of();

    @Mixin
    private final Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        Output.Form form = output.form();
        if (names.size() < 2) {
            throw new BadInput("compare takes two runs or more, found " + (names.isEmpty() ? "none" : "1")
                    + "; the first is the base, as in mho compare runs/a runs/b");
        }
        List<Condition> conditions = bounds.stream().map(CompareCommand::bound).toList();
        Comparison comparison = Comparison.of(read());
        List<String> broken = Verdict.broken(comparison, conditions);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (form) {
                    case JSON -> ComparisonJson.of(comparison);
                    case CSV -> ComparisonCsv.of(comparison);
                    case TEXT -> ComparisonTable.of(comparison, Terminal.ofLauncher());
                });
        out.flush();
        if (!broken.isEmpty()) {
            throw new ModelSaysNo(String.join("\n", broken));
        }
        return Main.OK;
    }

    /** All that cannot be read are told at once. */
    private List<SavedRun> read() {
        List<SavedRun> runs = new ArrayList<>();
        List<BadInput> problems = new ArrayList<>();
        for (String name : names) {
            try {
                runs.add(RunFiles.read(name));
            } catch (BadInput e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        return runs;
    }

    private static Condition bound(String text) {
        try {
            return Condition.ofRatio(text);
        } catch (BadInput e) {
            throw new BadInput("--fail-if " + e.getMessage());
        }
    }
}
