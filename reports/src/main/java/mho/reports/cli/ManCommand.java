package mho.reports.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mho man}. */
@Command(
        name = "man",
        description = "Prints the manual of all commands as a page for man.",
        footer = {"", "Example:", "  ./mho man > mho.1"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ManCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ManPage.of(spec.root()));
        out.flush();
        return Main.OK;
    }
}
