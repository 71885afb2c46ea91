package mho.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Setting;
import mho.reports.form.chip.SheetJson;
import mho.reports.form.chip.SheetTable;
import mho.reports.medium.Terminal;
import mho.reports.page.ChipPage;
import mho.reports.sheet.ChipSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho show}. */
@Command(
        name = "show",
        description =
                "Shows a chip: structure, its tile drawn, peak, power and area by part, timing, sources, assumptions.",
        footer = {
            "",
            "Examples:",
            "  ./mho show isaac-ce",
            "  ./mho show prime --html runs/prime.html",
            "  ./mho show analog-256 --set tile.core.adc.bits=6 --csv"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ShowCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "A name (mho list chips) or a file")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String chip;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes a figure of the chip file, as in tile.core.adc.bits=6; may be repeated")
    private List<String> settings = List.of();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page to open in a browser, with the chip to scale; replaces a file of that name")
    private @Nullable Path html;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        List<Setting> made = settings.stream().map(Setting::parse).toList();
        ChipSheet sheet = ChipSheet.of(ChipFiles.load(chip, made));
        if (html != null) {
            PageFile.write(html, ChipPage.of(sheet, again(html)));
        }
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> SheetJson.of(sheet);
                            case CSV -> SheetTable.csv(sheet);
                            case TEXT -> SheetTable.of(sheet, Terminal.ofLauncher());
                        });
        if (html != null && form == OutputOption.Form.TEXT) {
            spec.commandLine().getOut().println("\nWritten to " + html);
        }
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    private String again(Path page) {
        return "mho show " + PageFile.quoted(chip)
                + settings.stream()
                        .map(setting -> " --set " + PageFile.quoted(setting))
                        .collect(Collectors.joining())
                + " --html " + PageFile.quoted(page.toString());
    }
}
