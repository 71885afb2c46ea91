package mho.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mho.core.yaml.GivenPath;
import mho.reports.form.validation.ValidationForm;
import mho.reports.medium.Terminal;
import mho.reports.validate.ComparedRows;
import mho.reports.validate.Validation;
import mho.reports.validate.ValidationRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho validate}. */
@Command(
        name = "validate",
        description = "Holds published figures against simulated ones; exits with 1 if one leaves its tolerance.",
        footer = {"", "Examples:", "  ./mho validate", "  ./mho validate reports/examples/machine-rows.yaml"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Rows of your own that compare machines, instead of those that come with mho")
    private @Nullable String file;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        List<ValidationRow> rows = file == null ? Validation.rows() : ComparedRows.read(GivenPath.toRead(file));
        spec.commandLine()
                .getOut()
                .print(
                        switch (form) {
                            case JSON -> ValidationForm.json(rows);
                            case CSV -> ValidationForm.csv(rows);
                            case TEXT -> ValidationForm.table(rows, Terminal.ofLauncher());
                        });
        spec.commandLine().getOut().flush();
        return rows.stream().allMatch(ValidationRow::holds) ? Main.OK : Main.MODEL_SAYS_NO;
    }
}
