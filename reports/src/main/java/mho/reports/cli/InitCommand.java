package mho.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

/** {@code mho init}. */
@Command(
        name = "init",
        description = "Writes a file to begin with: it runs as it is, and tells of every key what it means.",
        footer = {
            "",
            "Examples:",
            "  ./mho init runs/my-chip.yaml --from isaac-ce",
            "  ./mho init runs/my-puma.yaml --from reports/examples/puma-config.py",
            "  ./mho init runs/my-network.yaml --kind network --from lenet5",
            "  ./mho init runs/my-device.yaml --kind device --from reram-es"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class InitCommand implements Callable<Integer> {
    private static final String ENDING = ".yaml";

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, which is not there yet")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "chip, network, sweep, search or device. Default: chip")
    private String kind = "chip";

    @Option(
            names = "--from",
            paramLabel = "NAME",
            description =
                    "What it begins as: a chip (mho list chips, a file, PUMA's config.py), a network, a device; of a sweep or search, the chip. Default: analog-256, lenet5, reram-es")
    private @Nullable String from;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        FileTemplate template = FileTemplate.of(kind);
        String called = MessageText.plain(file.toString());
        if (Files.exists(file)) {
            throw new BadInput(called + ": is there already, and nothing is written over; give another name");
        }
        String name = file.getFileName().toString();
        String begins = Objects.requireNonNullElse(from, template.usual());
        String text = template.text(
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name, begins);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new BadInput(called + ": cannot be written: " + IoReason.of(e));
        }
        PrintWriter out = spec.commandLine().getOut();
        template.told(begins).forEach(remark -> out.println("note: " + MessageText.plain(remark, 1000)));
        out.println("Written to " + called);
        out.flush();
        return Main.OK;
    }
}
