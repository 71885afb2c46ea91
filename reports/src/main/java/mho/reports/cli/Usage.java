package mho.reports.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Spelling;
import mho.workloads.zoo.Zoo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Mistakes on the command line, in the words of all other messages: what, what is wrong, remedy. */
final class Usage {
    /** The property by which the launcher says that mho is called by its name. */
    static final String INSTALLED = "mho.installed";

    private static final int LONGEST = 200;
    private static final List<String> FORMS = List.of("--json", "--csv");

    private Usage() {}

    static String message(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String what = e instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched.getUnmatched().get(0))
                : MessageText.plain(
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""), LONGEST);
        return what + "; see `" + command.getCommandSpec().qualifiedName() + " --help`";
    }

    /** A path as an option; what can be none is told without the words of Java. */
    static Path path(String text) {
        try {
            return GivenPath.of(text);
        } catch (BadInput e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    /** Help is text for people: what asks for it in another form would get that and not know. */
    static void refuseForms(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            List<String> left = at.unmatched();
            if (!left.isEmpty()) {
                throw new UnmatchedArgumentException(at.commandSpec().commandLine(), left);
            }
            for (String form : FORMS) {
                if (at.isUsageHelpRequested() && at.hasMatchedOption(form)) {
                    throw new ParameterException(
                            at.commandSpec().commandLine(), form + ": help is text for people, leave " + form + " out");
                }
            }
        }
    }

    /** A description as help prints it, on one line. */
    static String line(String... description) {
        return CommandLine.Help.Ansi.OFF
                .string(String.join(" ", description).replace("%n", " ").replace("%%", "%"))
                .strip();
    }

    /** An example as it is typed where mho is installed and no file beside the reader. */
    static String installed(String example) {
        return example.replace("./mho ", "mho ");
    }

    /** Examples of all commands as they are typed where mho is installed, if the launcher says that it is. */
    static CommandLine asCalled(CommandLine line) {
        if (Boolean.getBoolean(INSTALLED)) {
            exampled(line);
            line.getSubcommands().values().forEach(Usage::exampled);
        }
        return line;
    }

    private static void exampled(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.footer(Arrays.stream(usage.footer()).map(Usage::installed).toArray(String[]::new));
    }

    private static String unknown(CommandLine command, String word) {
        String shown = MessageText.plain(word);
        if (word.startsWith("-") && word.length() > 1) {
            String meant = option(command, word);
            return shown + ": unknown option" + (meant == null ? "" : ", did you mean \"" + meant + "\"?");
        }
        if (command.getSubcommands().isEmpty()) {
            return shown + ": one argument too many" + named(command, word);
        }
        String meant = meant(word, command.getSubcommands().keySet());
        return shown + ": unknown command"
                + (meant == null
                        ? ", there are "
                                + String.join(", ", command.getSubcommands().keySet())
                        : ", did you mean \"" + meant + "\"?");
    }

    /** The option of this command that a word comes nearest, without regard to how many dashes stand before it. */
    private static @Nullable String option(CommandLine command, String word) {
        String bare = word.replaceFirst("^-+", "").replaceFirst("=.*", "");
        List<String> known = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            known.add(option.longestName().replaceFirst("^-+", ""));
        }
        String meant = meant(bare, known);
        return meant == null ? null : "--" + meant;
    }

    /** The only name that begins as the word does, else the nearest spelling, else the only name that the word begins with. */
    private static @Nullable String meant(String word, Collection<String> known) {
        List<String> begun = known.stream()
                .filter(name -> word.length() > 1 && name.startsWith(word))
                .toList();
        if (begun.size() == 1) {
            return begun.get(0);
        }
        String closest = Spelling.closest(word, known);
        List<String> within = known.stream().filter(word::startsWith).toList();
        return closest == null && within.size() == 1 ? within.get(0) : closest;
    }

    /** Networks and chips are given by options. */
    private static String named(CommandLine command, String word) {
        String option = Zoo.has(word) || word.endsWith(".onnx")
                ? "--network"
                : ChipFiles.names().contains(word) ? "--chip" : null;
        return option == null || command.getCommandSpec().findOption(option) == null
                ? ""
                : ", did you mean \"" + option + " " + MessageText.plain(word) + "\"?";
    }
}
