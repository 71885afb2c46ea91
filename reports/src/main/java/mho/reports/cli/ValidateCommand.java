package mho.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mho.reports.form.ValidationForm;
import mho.reports.validate.Row;
import mho.reports.validate.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho validate}. */
@Command(
        name = "validate",
        description = "Holds published figures against simulated ones; exits with 1 if one leaves its tolerance.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ValidateCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As JSON, in SI units")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Row> rows = Validation.rows();
        spec.commandLine().getOut().print(json ? ValidationForm.json(rows) : ValidationForm.table(rows));
        spec.commandLine().getOut().flush();
        return rows.stream().allMatch(Row::holds) ? Main.OK : Main.MODEL_SAYS_NO;
    }
}
