package mho.reports.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho schema}. */
@Command(
        name = "schema",
        description = {
            "Prints what a kind of file may say, as a JSON Schema, for editors that check and complete YAML. An editor with a YAML language server takes it from a file's first line: # yaml-language-server: $schema=chip.schema.json"
        },
        footer = {"", "Examples:", "  ./mho schema chip > chip.schema.json", "  ./mho schema network"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class SchemaCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "chip, network, sweep, search or device")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(FileSchema.of(file).json());
        out.flush();
        return Main.OK;
    }
}
