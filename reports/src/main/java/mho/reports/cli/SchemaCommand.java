package mho.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;
import mho.reports.files.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho schema}. */
@Command(
        name = "schema",
        description = {
            "Prints what a kind of file may say, as a JSON Schema, for editors that check and complete YAML. An editor with a YAML language server takes it from a file's first line: # yaml-language-server: $schema=chip.schema.json. All of them stand in the folder schemas, and files that come along name them"
        },
        footer = {"", "Examples:", "  ./mho schema chip > chip.schema.json", "  ./mho schema network"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class SchemaCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "chip, network, sweep, search, device, rows (of validate), run or training (config.yaml)")
    private @Nullable String file;

    @Option(names = "--into", paramLabel = "DIR", description = "Writes all of them into a folder instead")
    private @Nullable Path into;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (into == null && file != null) {
            out.print(FileSchema.of(file).json());
        } else if (into != null && file == null) {
            for (FileSchema kind : FileSchema.values()) {
                out.println(
                        "Written to " + MessageText.plain(written(kind, into).toString()));
            }
        } else {
            throw new BadInput("mho schema: give a kind of file (" + FileSchema.words() + "), or --into DIR for all");
        }
        out.flush();
        return Main.OK;
    }

    private static Path written(FileSchema kind, Path folder) {
        Path file = folder.resolve(kind.file());
        try {
            Files.createDirectories(folder);
            WholeFile.write(file, kind.json());
            return file;
        } catch (IOException e) {
            throw new BadInput(MessageText.plain(file.toString()) + ": cannot be written: " + IoReason.of(e));
        }
    }
}
