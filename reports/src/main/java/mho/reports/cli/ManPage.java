package mho.reports.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mho.reports.config.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual as a page for {@code man}, section 1, of all commands: what {@code mho help} tells, with exit codes and what the environment
 * says. In the macros of {@code man(7)}; letters beyond ASCII are named, so that the page reads alike in every locale.
 */
final class ManPage {
    private static final String[][] EXIT_CODES = {
        {"0", "The question is answered."},
        {"1", "The model says no (a network does not fit, a deadlock, a row out of its tolerance), and what would do."},
        {"2", "Bad usage, a bad file, or an output that cannot be written: file, line and remedy are told."},
        {"3", "A fault of mho's own."}
    };
    private static final String[][] ENVIRONMENT = {
        {"MHO_HEAP", "Most memory of the Java machine, as in 4g. 2g where it is not set."},
        {"MHO_JAVA", "The Java that runs mho: a program, or the directory of a JDK. Before JAVA_HOME."},
        {"MHO_JDKS", "Where JDKs stand, of which one of version 25 or later is taken: /usr/lib/jvm where it is not set."
        },
        {"JAVA_HOME", "The directory of the Java that runs mho."},
        {"MHO_MNIST, MHO_FASHION_MNIST", "Folders of these data sets, which --data then knows by name."},
        {"MHO_DEBUG", "1 shows where a fault of mho's own came about."},
        {"NO_COLOR", "Where it says anything, nothing is coloured."}
    };

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandSpec root) {
        ManPage man = new ManPage();
        man.write(root);
        return man.page.toString();
    }

    private void write(CommandSpec root) {
        String what = Usage.line(root.usageMessage().description());
        request(".TH MHO 1 \"\" \"mho " + Version.CURRENT + "\" \"mho\"");
        request(".SH NAME");
        line("mho - " + lowered(what));
        request(".SH SYNOPSIS");
        request(".B mho");
        request(".I COMMAND");
        line("[OPTION ...]");
        request(".SH DESCRIPTION");
        line(what
                + " Hand it a chip file and a network; it answers how long every layer takes, what it costs in energy and area,"
                + " and what limits it.");
        request(".SH COMMANDS");
        for (CommandLine command : root.subcommands().values()) {
            if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
                command(command);
            }
        }
        table("EXIT STATUS", EXIT_CODES);
        table("ENVIRONMENT", ENVIRONMENT);
    }

    private void command(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        request(".SS mho " + command.name());
        line(Usage.line(command.usageMessage().description()));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            request(".TP");
            request(".I " + escaped(parameter.paramLabel()));
            line(Usage.line(parameter.description()));
        }
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                request(".TP");
                request(".B " + escaped(named(option)));
                line(Usage.line(option.description()));
            }
        }
        examples(command.usageMessage().footer());
    }

    private static String named(OptionSpec option) {
        List<String> names = new ArrayList<>(Arrays.asList(option.names()));
        String last = names.remove(names.size() - 1);
        names.add(option.arity().max() == 0 ? last : last + "=" + option.paramLabel());
        return String.join(", ", names);
    }

    /** The lines behind "Examples:", as an installed mho is called. */
    private void examples(String[] footer) {
        List<String> lines = Arrays.stream(footer)
                .filter(line -> line.startsWith("  "))
                .map(line -> Usage.installed(line.substring(2)))
                .toList();
        if (!lines.isEmpty()) {
            request(".PP");
            line("Examples:");
            request(".PP");
            request(".nf");
            lines.forEach(this::line);
            request(".fi");
        }
    }

    private void table(String title, String[][] rows) {
        request(".SH " + title);
        for (String[] row : rows) {
            request(".TP");
            request(".B " + escaped(row[0]));
            line(row[1]);
        }
    }

    private static String lowered(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                + sentence.substring(1).replaceFirst("\\.$", "");
    }

    private void request(String line) {
        page.append(line).append('\n');
    }

    private void line(String text) {
        String escaped = escaped(text);
        boolean isRequest = escaped.startsWith(".") || escaped.startsWith("'");
        page.append(isRequest ? "\\&" : "").append(escaped).append('\n');
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> escaped.append(escaped(letter)));
        return escaped.toString();
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            case '"' -> "\\(dq";
            default -> letter < 128 ? Character.toString(letter) : "\\[u%04X]".formatted(letter);
        };
    }
}
