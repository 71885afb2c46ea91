package mho.reports.cli;

import java.util.Iterator;
import java.util.concurrent.Callable;
import mho.core.quantity.Shown;
import mho.core.yaml.BadInput;
import mho.core.yaml.Spelling;
import mho.reports.form.Listings;
import mho.reports.form.Terminal;
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
            "  ./mho list networks",
            "  ./mho list parameters isaac-ce",
            "  ./mho list chips --csv"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ListCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            completionCandidates = What.class,
            description = "chips, networks, models (cost models) or parameters (of a chip file)")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "With parameters: a chip, to list its values instead of the defaults")
    private @Nullable String chip;

    @Mixin
    private final Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    static final class What implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Listings.ALL.iterator();
        }
    }

    @Override
    public Integer call() {
        if (!Listings.ALL.contains(what)) {
            String meant = Spelling.closest(what, Listings.ALL);
            throw new BadInput("mho list " + Shown.plain(what) + ": there is no such list, "
                    + (meant == null
                            ? "expected one of " + String.join(", ", Listings.ALL)
                            : "did you mean \"" + meant + "\"?"));
        }
        if (chip != null && !what.equals("parameters")) {
            throw new BadInput(
                    "mho list " + what + " takes no chip; mho list parameters " + chip + " lists the values of a chip");
        }
        String text =
                switch (output.form()) {
                    case JSON -> Listings.json(what, chip);
                    case CSV -> Listings.csv(what, chip);
                    case TEXT -> Listings.text(what, chip, Terminal.ofLauncher());
                };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
