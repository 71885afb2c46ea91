package mho.reports.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.reports.compare.Comparison;
import mho.reports.compare.FailureCheck;
import mho.reports.compare.RunFiles;
import mho.reports.compare.TrainingComparison;
import mho.reports.figures.MetricCondition;
import mho.reports.figures.MetricTable;
import mho.reports.figures.RunFigures;
import mho.reports.figures.TrainingFigures;
import mho.reports.form.comparison.ComparisonCsv;
import mho.reports.form.comparison.ComparisonJson;
import mho.reports.form.comparison.ComparisonTable;
import mho.reports.form.comparison.TrainingComparisonCsv;
import mho.reports.form.comparison.TrainingComparisonJson;
import mho.reports.form.comparison.TrainingComparisonTable;
import mho.reports.medium.Terminal;
import mho.reports.metrics.Report;
import mho.reports.page.ComparisonPage;
import mho.reports.training.Training;
import org.jspecify.annotations.Nullable;
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
                "Holds runs, or trainings, against a base: what was configured differently, what came out, and where it comes from.",
        footer = {
            "",
            "Example:",
            "  ./mho run --network lenet5 --out runs/eight",
            "  ./mho run --network lenet5 --set tile.core.adc.bits=6 --out runs/six",
            "  ./mho compare runs/eight runs/six --html runs/bits.html"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CompareCommand implements Callable<Integer> {
    private static final int LONGEST = 300;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description =
                    "Directory of a run or a training, or SWEEP@NUMBER for a point that sweep --keep kept; the first is the base")
    private List<String> names = List.of();

    @Option(
            names = "--fail-if",
            paramLabel = "BOUND",
            description = "Exit with 1 if the ratio of a metric to the base's is so, as in \"energy_j > 1.05\" or"
                    + " \"accuracy < 99 %%\"; may be repeated")
    private List<String> bounds = List.of();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page to open in a browser; replaces a file of that name")
    private @Nullable Path html;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        if (names.size() < 2) {
            throw new BadInput("compare takes two runs or more, found " + (names.isEmpty() ? "none" : "1")
                    + "; the first is the base, as in mho compare runs/a runs/b");
        }
        List<String> trainings = names.stream().filter(RunFiles::isTraining).toList();
        List<String> broken = trainings.isEmpty() ? runs(form) : trainings(form, trainings);
        if (!broken.isEmpty()) {
            throw new ModelSaysNo(String.join("\n", broken));
        }
        return Main.OK;
    }

    /** Returns what {@code --fail-if} finds. */
    private List<String> runs(OutputOption.Form form) {
        List<MetricCondition<Report>> conditions = conditions(RunFigures.JUDGED);
        Comparison comparison = Comparison.of(read(RunFiles::read));
        names.stream()
                .filter(RunFiles::isUnsealed)
                .forEach(
                        name -> spec.commandLine()
                                .getErr()
                                .println(
                                        "note: " + MessageText.plain(name, LONGEST)
                                                + ": its report.json was written by an older mho, without a checksum; its figures are taken as they stand"));
        List<String> broken = FailureCheck.broken(comparison, conditions);
        if (html != null) {
            PageFile.write(html, ComparisonPage.of(comparison, again(html)));
        }
        tell(
                switch (form) {
                    case JSON -> ComparisonJson.of(comparison);
                    case CSV -> ComparisonCsv.of(comparison);
                    case TEXT -> ComparisonTable.of(comparison, Terminal.ofLauncher())
                            + (html == null ? "" : "\nWritten to " + html + "\n");
                });
        return broken;
    }

    /** The same of trainings, which all of them have to be. */
    private List<String> trainings(OutputOption.Form form, List<String> trainings) {
        for (String name : names) {
            if (!trainings.contains(name)) {
                throw new BadInput(MessageText.plain(name, LONGEST) + " is no training, and "
                        + MessageText.plain(trainings.get(0), LONGEST)
                        + " is one: runs are compared with runs, and trainings with trainings");
            }
        }
        if (html != null) {
            throw new BadInput(
                    "--html: pages compare runs; of trainings there are the text, --json and --csv, and each has a training.html");
        }
        List<MetricCondition<Training>> conditions = conditions(TrainingFigures.JUDGED);
        TrainingComparison comparison = TrainingComparison.of(read(RunFiles::readTraining));
        List<String> broken = FailureCheck.broken(comparison, conditions);
        tell(
                switch (form) {
                    case JSON -> TrainingComparisonJson.of(comparison);
                    case CSV -> TrainingComparisonCsv.of(comparison);
                    case TEXT -> TrainingComparisonTable.of(comparison, Terminal.ofLauncher());
                });
        return broken;
    }

    private void tell(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private String again(Path page) {
        return "mho compare "
                + String.join(" ", names.stream().map(PageFile::quoted).toList()) + " --html "
                + PageFile.quoted(page.toString());
    }

    /** All that cannot be read are told at once. */
    private <S> List<S> read(Function<String, S> reader) {
        List<S> saved = new ArrayList<>();
        List<BadInput> problems = new ArrayList<>();
        for (String name : names) {
            try {
                saved.add(reader.apply(name));
            } catch (BadInput e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        return saved;
    }

    private <T> List<MetricCondition<T>> conditions(MetricTable<T> judged) {
        List<MetricCondition<T>> conditions = new ArrayList<>();
        for (String text : bounds) {
            try {
                conditions.add(MetricCondition.ofRatio(text, judged));
            } catch (BadInput e) {
                throw new BadInput("--fail-if " + e.getMessage());
            }
        }
        return conditions;
    }
}
