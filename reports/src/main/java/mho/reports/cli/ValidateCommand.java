package mho.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Spelling;
import mho.reports.form.validation.TornadoForm;
import mho.reports.form.validation.ValidationForm;
import mho.reports.medium.Terminal;
import mho.reports.page.TornadoPage;
import mho.reports.page.ValidationPage;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoProgress;
import mho.reports.validate.ComparedRows;
import mho.reports.validate.Validation;
import mho.reports.validate.ValidationRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho validate}. */
@Command(
        name = "validate",
        description = "Holds published figures against simulated ones; exits with 1 if one leaves its tolerance.",
        footer = {
            "",
            "Examples:",
            "  ./mho validate",
            "  ./mho validate --chip dadiannao",
            "  ./mho validate --chip boltzmann --tornado",
            "  ./mho validate reports/examples/machine-rows.yaml"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ValidateCommand implements Callable<Integer> {
    private static final int LONGEST = 200;
    private static final int TOP = 8;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Rows of your own that compare machines, instead of those that come with mho")
    private @Nullable String file;

    @Option(names = "--chip", paramLabel = "NAME", description = "Those about one chip alone")
    private @Nullable String chip;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page to open in a browser; replaces a file of that name")
    private @Nullable Path html;

    @Option(
            names = "--tornado",
            description =
                    "What rows hang on instead: each number that their machines assume, a fifth less and a fifth more, and how far the row moves")
    private boolean tornado;

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "Of a tornado, how many assumptions a row tells, the most moving first (text: 8, CSV: all; JSON has all)")
    private @Nullable Integer top;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        if (top != null && (!tornado || top < 1)) {
            throw new BadInput("--top " + top + ": how many assumptions a row of --tornado tells, from 1 up");
        }
        checkChip();
        return tornado ? tornado(form) : rows(form);
    }

    private int rows(OutputOption.Form form) {
        List<ValidationRow> rows = rows();
        if (html != null) {
            PageFile.write(html, ValidationPage.of(rows, again(html)));
        }
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> ValidationForm.json(rows);
                            case CSV -> ValidationForm.csv(rows);
                            case TEXT -> ValidationForm.table(rows, Terminal.ofLauncher());
                        });
        if (html != null && form == OutputOption.Form.TEXT) {
            spec.commandLine().getOut().println("\nWritten to " + html);
        }
        spec.commandLine().getOut().flush();
        return rows.stream().allMatch(ValidationRow::holds) ? Main.OK : Main.MODEL_SAYS_NO;
    }

    private int tornado(OutputOption.Form form) {
        StepProgress progress = new StepProgress(spec.commandLine().getErr());
        TornadoProgress told = (done, all) -> progress.tell("moving assumptions", done, all);
        List<Tornado> tornados = file == null
                ? Validation.tornados(chip == null ? "" : chip, told)
                : ComparedRows.tornados(GivenPath.toRead(file), told);
        progress.done();
        if (html != null) {
            PageFile.write(html, TornadoPage.of(tornados, again(html)));
        }
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> TornadoForm.json(tornados);
                            case CSV -> TornadoForm.csv(tornados, top == null ? Integer.MAX_VALUE : top);
                            case TEXT -> TornadoForm.text(tornados, top == null ? TOP : top, Terminal.ofLauncher());
                        });
        if (html != null && form == OutputOption.Form.TEXT) {
            spec.commandLine().getOut().println("\nWritten to " + html);
        }
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    private String again(Path page) {
        return "mho validate"
                + (file == null ? "" : " " + PageFile.quoted(file))
                + (chip == null ? "" : " --chip " + PageFile.quoted(chip))
                + (tornado ? " --tornado" : "")
                + " --html " + PageFile.quoted(page.toString());
    }

    private void checkChip() {
        if (file != null && chip != null) {
            throw new BadInput("--chip is for the rows that come with mho: leave out " + file);
        }
        if (chip != null && !Validation.chips().contains(chip)) {
            String meant = Spelling.closest(chip, Validation.chips());
            throw new BadInput("--chip " + MessageText.plain(chip, LONGEST) + ": no row is about it"
                    + (meant == null
                            ? "; there are rows about " + String.join(", ", Validation.chips())
                            : ", did you mean \"" + meant + "\"?"));
        }
    }

    private List<ValidationRow> rows() {
        return file == null ? Validation.rows(chip == null ? "" : chip) : ComparedRows.read(GivenPath.toRead(file));
    }
}
