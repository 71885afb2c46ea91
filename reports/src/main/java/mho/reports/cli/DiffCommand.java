package mho.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Setting;
import mho.reports.compare.ChipDifference;
import mho.reports.medium.Csv;
import mho.reports.medium.Json;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho diff}. */
@Command(
        name = "diff",
        description = "Tells what differs between two chips: every key with both values and their sources.",
        footer = {
            "",
            "Examples:",
            "  ./mho diff isaac-ce analog-256",
            "  ./mho diff hermes-64-1phase hermes-64-4phase --csv"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "A name (mho list chips) or a file")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String one;

    @Parameters(
            index = "1",
            paramLabel = "OTHER",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "Another")
    @SuppressWarnings("NullAway.Init")
    private String other;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        List<ChipDifference> differences = ChipDifference.between(
                ChipFiles.load(one, List.<Setting>of()), ChipFiles.load(other, List.<Setting>of()));
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> json(differences);
                            case CSV -> csv(differences);
                            case TEXT -> text(differences);
                        });
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    private String text(List<ChipDifference> differences) {
        if (differences.isEmpty()) {
            return one + " and " + other + " say the same\n";
        }
        TextTable table = new TextTable("llrrww", "parameter", "unit", one, other, "source", "source of the other")
                .leavesOut("source of the other", "source", "unit");
        for (ChipDifference each : differences) {
            table.row(
                    each.path(),
                    Objects.requireNonNullElse(each.unit(), ""),
                    line(each.one()),
                    line(each.other()),
                    Objects.requireNonNullElse(each.sourceOfOne(), ""),
                    Objects.equals(each.sourceOfOne(), each.sourceOfOther())
                            ? "the same"
                            : Objects.requireNonNullElse(each.sourceOfOther(), ""));
        }
        return table.on(Terminal.ofLauncher());
    }

    /** Of a text of many lines or words, how it begins. */
    private static String line(@Nullable String text) {
        if (text == null) {
            return "–";
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 30 ? line.substring(0, 29) + "…" : line;
    }

    private static String csv(List<ChipDifference> differences) {
        List<List<String>> rows = new ArrayList<>();
        for (ChipDifference each : differences) {
            List<String> row = new ArrayList<>();
            row.add(each.path());
            for (String cell : new @Nullable String[] {
                each.unit(), each.one(), each.other(), each.sourceOfOne(), each.sourceOfOther()
            }) {
                row.add(Objects.requireNonNullElse(cell, ""));
            }
            rows.add(row);
        }
        return Csv.of(List.of("parameter", "unit", "one", "other", "source_one", "source_other"), rows);
    }

    private String json(List<ChipDifference> differences) {
        return Json.object(json -> json.put("one", one)
                .put("other", other)
                .putEach("differences", differences, (to, each) -> to.put("parameter", each.path())
                        .putOrNull("unit", each.unit())
                        .putOrNull("one", each.one())
                        .putOrNull("other", each.other())
                        .putOrNull("source_one", each.sourceOfOne())
                        .putOrNull("source_other", each.sourceOfOther())));
    }
}
