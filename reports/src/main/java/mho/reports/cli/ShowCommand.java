package mho.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Setting;
import mho.reports.form.chip.SheetJson;
import mho.reports.form.chip.SheetTable;
import mho.reports.medium.Terminal;
import mho.reports.sheet.ChipSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho show}. */
@Command(
        name = "show",
        description = "Shows a chip: structure, peak, power and area by part, timing, sources, assumptions.",
        footer = {"", "Examples:", "  ./mho show isaac-ce", "  ./mho show analog-256 --set tile.core.adc.bits=6 --csv"},
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
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> SheetJson.of(sheet);
                            case CSV -> SheetTable.csv(sheet);
                            case TEXT -> SheetTable.of(sheet, Terminal.ofLauncher());
                        });
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
