package mho.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mho.core.quantity.Shown;
import mho.core.yaml.BadInput;
import mho.core.yaml.Spelling;
import mho.reports.form.Listings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho list}. */
@Command(
        name = "list",
        description = "Lists what there is.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ListCommand implements Callable<Integer> {
    private static final List<String> WHAT = List.of("chips", "networks", "models", "parameters");

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "chips, networks, models (cost models) or parameters (of a chip file)")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CHIP",
            description = "With parameters: a chip, to list its values instead of the defaults")
    private @Nullable String chip;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!WHAT.contains(what)) {
            String meant = Spelling.closest(what, WHAT);
            throw new BadInput("mho list " + Shown.plain(what) + ": there is no such list, "
                    + (meant == null
                            ? "expected one of " + String.join(", ", WHAT)
                            : "did you mean \"" + meant + "\"?"));
        }
        if (chip != null && !what.equals("parameters")) {
            throw new BadInput(
                    "mho list " + what + " takes no chip; mho list parameters " + chip + " lists the values of a chip");
        }
        String text =
                switch (what) {
                    case "chips" -> Listings.chips();
                    case "networks" -> Listings.networks();
                    case "models" -> Listings.models();
                    default -> chip == null ? Listings.parameters() : Listings.parameters(chip);
                };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
