package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.workloads.zoo.Zoo;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands, options, chips and networks.",
        footer = {"", "Examples:", "  source <(./mho completion bash)", "  ./mho completion fish"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new BadInput(
                    "mho completion " + MessageText.plain(shell) + ": expected one of " + String.join(", ", SHELLS));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (shell) {
                    case "fish" -> FishCompletion.of(spec.root());
                    case "zsh" -> ZshCompletion.of(spec.root());
                    default -> AutoComplete.bash("mho", spec.root().commandLine());
                });
        out.flush();
        return Main.OK;
    }

    /** Names that come with mho; files are completed by the shell. */
    static final class ChipNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ChipFiles.names().iterator();
        }
    }

    /** Names that come with mho; files are completed by the shell. */
    static final class NetworkNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Zoo.names().iterator();
        }
    }
}
