package mho.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A script by which zsh completes commands, options and names, each with what it means. It serves as a file {@code _mho} of {@code fpath},
 * which zsh reads at the first completion, and where it is sourced.
 */
final class ZshCompletion {
    private final StringBuilder script = new StringBuilder("#compdef mho\n# zsh completion of mho\n\n");

    private ZshCompletion() {}

    static String of(CommandSpec root) {
        ZshCompletion zsh = new ZshCompletion();
        zsh.write(root.subcommands());
        return zsh.script.toString();
    }

    private void write(Map<String, CommandLine> commands) {
        line("_mho_names() {");
        line("    _alternative \"names:name:($*)\" 'files:file:_files'");
        line("}");
        line("");
        line("_mho() {");
        line("    local curcontext=\"$curcontext\" state line ret=1");
        line("    local -a commands");
        line("    _arguments -C '1:command:->command' '*::argument:->argument' && ret=0");
        line("    case $state in");
        line("        command)");
        line("            commands=(");
        commands.forEach(this::command);
        line("            )");
        line("            _describe command commands && ret=0");
        line("            ;;");
        line("        argument)");
        line("            case $line[1] in");
        commands.forEach(this::arguments);
        line("            esac");
        line("            ;;");
        line("    esac");
        line("    return ret");
        line("}");
        line("");
        line("if [ \"${funcstack[1]-}\" = _mho ]; then");
        line("    _mho \"$@\"");
        line("else");
        line("    compdef _mho mho");
        line("fi");
    }

    private void command(String name, CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        line("                " + quoted(name + ":" + (description.length == 0 ? "" : meaning(description[0]))));
    }

    private void arguments(String name, CommandLine command) {
        List<String> takes = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> options(option, takes));
        if (command.getCommandSpec().positionalParameters().isEmpty()) {
            takes.add("*: :");
        } else {
            command.getCommandSpec()
                    .positionalParameters()
                    .forEach(parameter -> takes.add("*:" + label(parameter) + ":" + candidates(parameter)));
        }
        line("                " + name + ")");
        line("                    _arguments " + String.join(" \\\n                        ", quoted(takes))
                + " && ret=0");
        line("                    ;;");
    }

    private static void options(OptionSpec option, List<String> takes) {
        String meaning = option.description().length == 0 ? "" : meaning(option.description()[0]);
        for (String name : option.names()) {
            boolean takesValue = option.arity().max() > 0;
            takes.add((option.isMultiValue() ? "*" : "") + name
                    + (takesValue && name.startsWith("--") ? "=" : "")
                    + "[" + meaning.replace("[", "\\[").replace("]", "\\]") + "]"
                    + (takesValue ? ":" + label(option) + ":" + candidates(option) : ""));
        }
    }

    /** The names there are, and files beside them: what takes a name takes a file as well. */
    private static String candidates(ArgSpec argument) {
        Iterable<String> names = argument.completionCandidates();
        return names == null ? "_files" : "{_mho_names " + String.join(" ", names) + "}";
    }

    private static String label(ArgSpec argument) {
        return argument.paramLabel().replace(":", "\\:");
    }

    /** In the lists of zsh a colon ends a word. */
    private static String meaning(String description) {
        return Usage.line(description).replace("\\", "\\\\").replace(":", "\\:");
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(ZshCompletion::quoted).toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void line(String line) {
        script.append(line).append('\n');
    }
}
