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
import mho.reports.metrics.Condition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho compare}. */
@Command(
        name = "compare",
        description =
                "Holds runs against a base: what was configured differently, what came out, and where it comes from.",
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

    @Option(names = "--json", description = "As JSON, in SI units")
    private boolean json;

    @Option(names = "--csv", description = "As CSV, in SI units")
    private boolean csv;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (json && csv) {
            throw new BadInput("--json and --csv: both go to standard output, give one of them");
        }
        if (names.size() < 2) {
            throw new BadInput("compare takes two runs or more, found " + (names.isEmpty() ? "none" : "1")
                    + "; the first is the base, as in mho compare runs/a runs/b");
        }
        List<Condition> conditions = bounds.stream().map(CompareCommand::bound).toList();
        Comparison comparison = Comparison.of(read());
        List<String> broken = Verdict.broken(comparison, conditions);
        PrintWriter out = spec.commandLine().getOut();
        out.print(text(comparison));
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

    private String text(Comparison comparison) {
        if (json) {
            return ComparisonJson.of(comparison);
        }
        return csv ? ComparisonCsv.of(comparison) : ComparisonTable.of(comparison);
    }
}
