package mho.reports.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A script by which fish completes commands, options and names, each with what it means; picocli writes such scripts for bash alone. */
final class FishCompletion {
    private final StringBuilder script = new StringBuilder("# fish completion of mho\n");

    private FishCompletion() {}

    static String of(CommandSpec root) {
        FishCompletion fish = new FishCompletion();
        for (Map.Entry<String, CommandLine> entry : root.subcommands().entrySet()) {
            CommandSpec command = entry.getValue().getCommandSpec();
            fish.line(
                    "__fish_use_subcommand",
                    " -f -a " + quoted(entry.getKey()),
                    command.usageMessage().description());
            String within = "__fish_seen_subcommand_from " + entry.getKey();
            command.options().forEach(option -> fish.option(within, option));
            command.positionalParameters().forEach(parameter -> fish.parameter(within, parameter));
        }
        return fish.script.toString();
    }

    private void option(String within, OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        line(within, names + (option.arity().max() > 0 ? " -r" : "") + candidates(option), option.description());
    }

    private void parameter(String within, PositionalParamSpec parameter) {
        String candidates = candidates(parameter);
        if (!candidates.isEmpty()) {
            line(within, candidates, parameter.description());
        }
    }

    private static String candidates(ArgSpec argument) {
        Iterable<String> names = argument.completionCandidates();
        return names == null ? "" : " -a " + quoted(String.join(" ", names));
    }

    private void line(String when, String what, String[] meaning) {
        script.append("complete -c mho -n ").append(quoted(when)).append(what);
        if (meaning.length > 0) {
            script.append(" -d ").append(quoted(Usage.line(meaning[0])));
        }
        script.append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
