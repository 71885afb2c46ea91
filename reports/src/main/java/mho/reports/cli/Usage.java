package mho.reports.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Mistakes on the command line, in the words of all other messages: what, what is wrong, remedy. */
final class Usage {
    private Usage() {}

    static String message(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String what = e instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched)
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return what + "; see `" + command.getCommandSpec().qualifiedName() + " --help`";
    }

    private static String unknown(CommandLine command, UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        List<String> close = e.getSuggestions();
        String remedy = close.isEmpty() ? "" : ", did you mean \"" + close.get(0) + "\"?";
        if (first.startsWith("-")) {
            return first + ": unknown option" + remedy;
        }
        return first + (command.getSubcommands().isEmpty() ? ": one argument too many" : ": unknown command" + remedy);
    }
}
