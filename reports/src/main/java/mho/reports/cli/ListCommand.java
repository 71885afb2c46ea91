package mho.reports.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Spelling;
import mho.reports.form.catalogue.Listings;
import mho.reports.form.catalogue.ParameterList;
import mho.reports.medium.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho list}. */
@Command(
        name = "list",
        description = "Lists what there is.",
        footer = {
            "",
            "Examples:",
            "  ./mho list",
            "  ./mho list networks",
            "  ./mho list parameters isaac-ce",
            "  ./mho list parameters tile.core.adc",
            "  ./mho list chips --csv"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ListCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = What.class,
            description =
                    "chips, networks, devices, data, models (cost models) or parameters (of a chip file); alone: what there is to list")
    private @Nullable String what;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "CHIP|PREFIX",
            completionCandidates = CompletionCommand.ChipNames.class,
            description =
                    "With parameters: a chip, to list its values instead of the defaults; how the paths begin, as in tile.core.adc; or both")
    private List<String> words = List.of();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static final String PARAMETERS = "parameters";

    static final class What implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Listings.ALL.iterator();
        }
    }

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        String text = what == null ? overview(form) : list(what, form);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    private static String overview(OutputOption.Form form) {
        return switch (form) {
            case JSON -> Listings.json();
            case CSV -> Listings.csv();
            case TEXT -> Listings.text(Terminal.ofLauncher());
        };
    }

    private String list(String list, OutputOption.Form form) {
        if (!Listings.ALL.contains(list)) {
            String meant = Spelling.closest(list, Listings.ALL);
            throw new BadInput("mho list " + MessageText.plain(list) + ": there is no such list, "
                    + (meant == null
                            ? "expected one of " + String.join(", ", Listings.ALL)
                            : "did you mean \"" + meant + "\"?"));
        }
        if (!words.isEmpty() && !list.equals(PARAMETERS)) {
            String word = MessageText.plain(words.get(0));
            throw new BadInput("mho list " + list + " takes no more words, found " + word + "; mho list parameters "
                    + word + " lists the values of a chip, or parameters that begin so");
        }
        ParameterList.Wanted wanted = ParameterList.Wanted.of(words);
        return switch (form) {
            case JSON -> Listings.json(list, wanted);
            case CSV -> Listings.csv(list, wanted);
            case TEXT -> Listings.text(list, wanted, Terminal.ofLauncher());
        };
    }
}
