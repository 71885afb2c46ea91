package mho.reports.cli;

import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
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
    enum What {
        CHIPS,
        NETWORKS,
        MODELS,
        PARAMETERS
    }

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "chips, networks, models (cost models) or parameters (of a chip file)")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private What what;

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
        if (chip != null && what != What.PARAMETERS) {
            throw new BadInput("mho list " + what.name().toLowerCase(java.util.Locale.ROOT)
                    + " takes no chip; mho list parameters " + chip + " lists the values of a chip");
        }
        String text =
                switch (what) {
                    case CHIPS -> Listings.chips();
                    case NETWORKS -> Listings.networks();
                    case MODELS -> Listings.models();
                    case PARAMETERS -> chip == null ? Listings.parameters() : Listings.parameters(chip);
                };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
