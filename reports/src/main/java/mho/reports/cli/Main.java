package mho.reports.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code mho} command. Exit code 0, 1 (the model says no: does not fit, deadlock, a figure out of its tolerance), 2 (bad usage or
 * bad file), 3 (a mistake in mho itself).
 */
@Command(
        name = "mho",
        description = "Simulates chips that compute deep networks inside analog memory, cycle by cycle.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            CompareCommand.class,
            ShowCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Examples:", "  ./mho run --chip isaac-ce --network vgg16", "  ./mho help run"})
public final class Main {
    static final int OK = 0;
    static final int MODEL_SAYS_NO = 1;
    static final int BAD_INPUT = 2;
    static final int INTERNAL = 3;

    private Main() {}

    static final class VersionLine implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mho " + mho.reports.config.Version.CURRENT};
        }
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        System.exit(code); // the one way out: every command returns its code
    }

    /** All commands there are. */
    static CommandLine commands() {
        return new CommandLine(new Main());
    }

    /** Runs one command; nothing is thrown, and nothing goes anywhere else. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine line = commands();
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((e, given) -> {
            err.println(Usage.message(e));
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return failed(e, err);
        }
    }

    private static int failed(Throwable e, PrintStream err) {
        if (e instanceof BadInput) {
            err.println(e.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof ModelSaysNo) {
            err.println(e.getMessage());
            return MODEL_SAYS_NO;
        }
        if ("1".equals(System.getenv("MHO_DEBUG"))) {
            e.printStackTrace(err); // asked for, to report a fault of mho's own
        }
        err.println(
                e instanceof OutOfMemoryError
                        ? "out of memory: give the simulation more, as in MHO_HEAP=4g mho run …"
                        : "internal error: " + firstLine(e)
                                + "; please report it with the command and its files (MHO_DEBUG=1 shows where)");
        return e instanceof OutOfMemoryError ? MODEL_SAYS_NO : INTERNAL;
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
