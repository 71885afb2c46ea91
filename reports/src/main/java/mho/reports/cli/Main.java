package mho.reports.cli;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.reports.run.InternalError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code mho} command. Exit code 0, 1 (the model says no: does not fit, deadlock, a figure out of its tolerance), 2 (bad usage or
 * bad file, or what was to be written cannot be: a full disk, a directory nobody may write), 3 (a mistake in mho itself).
 */
@Command(
        name = "mho",
        description = "Simulates chips that compute deep networks inside analog memory, cycle by cycle.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            TrainCommand.class,
            AnnealCommand.class,
            RbmCommand.class,
            SolveCommand.class,
            SweepCommand.class,
            SearchCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            ExploreCommand.class,
            ShowCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            DiffCommand.class,
            InitCommand.class,
            SchemaCommand.class,
            CompletionCommand.class,
            ManCommand.class,
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
        Locale.setDefault(Locale.ROOT); // whatever is written is written alike everywhere
        StandardStream out = new StandardStream(FileDescriptor.out);
        StandardStream err = new StandardStream(FileDescriptor.err);
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = run(args, new PrintStream(out, false, StandardCharsets.UTF_8), told);
        System.exit(written(code, out, told)); // the one way out: every command returns its code
    }

    /** What could not be written has not been answered. */
    private static int written(int code, StandardStream out, PrintStream told) {
        String failure = out.failure();
        if (failure != null && !out.isUnread()) {
            told.println("standard output: cannot be written (" + failure
                    + "); make room, or write it to another place; what went to a directory of its own is there");
        }
        boolean lost = failure != null || told.checkError();
        return code == OK && lost ? BAD_INPUT : code;
    }

    /** All commands there are. */
    public static CommandLine commands() {
        return Usage.asCalled(new CommandLine(new Main()));
    }

    /**
     * Runs one command; nothing is thrown, and nothing goes anywhere else.
     *
     * @return 0; 1, the model says no; 2, bad input; 3, a fault of mho's own
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine line = commands();
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.registerConverter(Path.class, Usage::path);
        line.setParameterExceptionHandler((e, given) -> {
            err.println(MessageText.lines(Usage.message(e)));
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        line.setExecutionStrategy(parsed -> execute(line, parsed));
        try {
            int code = line.execute(args);
            out.flush();
            return code;
        } catch (RuntimeException | Error e) {
            return failed(e, err);
        }
    }

    /** Help is ours and may be coloured as it likes; what else is printed holds names from files, which reach no terminal as they are. */
    private static int execute(CommandLine line, CommandLine.ParseResult parsed) {
        Usage.refuseForms(parsed);
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        line.setOut(new PrintWriter(new TerminalWriter(line.getOut()), true));
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int failed(Throwable e, PrintStream err) {
        if (e instanceof BadInput) {
            err.println(MessageText.lines(String.valueOf(e.getMessage())));
            return BAD_INPUT;
        }
        if (e instanceof ModelSaysNo) {
            err.println(MessageText.lines(String.valueOf(e.getMessage())));
            return MODEL_SAYS_NO;
        }
        if ("1".equals(System.getenv("MHO_DEBUG"))) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace)); // asked for, to report a fault of mho's own
            err.println(MessageText.lines(trace.toString()));
        }
        err.println(
                e instanceof OutOfMemoryError
                        ? "out of memory: give the simulation more, as in MHO_HEAP=4g mho run …"
                        : MessageText.lines(InternalError.told(e))
                                + "; please report it with the command and its files (MHO_DEBUG=1 shows where)");
        return e instanceof OutOfMemoryError ? MODEL_SAYS_NO : INTERNAL;
    }
}
