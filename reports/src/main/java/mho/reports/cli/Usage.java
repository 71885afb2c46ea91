package mho.reports.cli;

import java.util.List;
import picocli.CommandLine;

/** What to say beside a usage mistake. */
final class Usage {
    private Usage() {}

    static String remedy(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> close = unmatched.getSuggestions();
            return close.isEmpty() ? "" : ", did you mean \"" + close.get(0) + "\"?";
        }
        return "";
    }
}
