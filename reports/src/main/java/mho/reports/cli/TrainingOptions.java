package mho.reports.cli;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code train}, and {@code sweep} of trainings, are asked of how a network is trained. */
final class TrainingOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training set. Default: 1")
    private @Nullable String epochs;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description =
                    "Learning rate, or what becomes of it, as in \"{kind: steps, rates: [0.01, 0.005], epochs: [10]}\". Default: 0.01")
    private @Nullable String rate;

    @Option(names = "--loss", paramLabel = "LOSS", description = "cross-entropy or squared. Default: cross-entropy")
    private @Nullable String loss;

    @Option(
            names = "--initialisation",
            paramLabel = "KIND",
            description =
                    "Weights to begin with: xavier, he, own (those of the network's file, to go on from) or as in \"{kind: uniform, bound: 1}\". Default: xavier")
    private @Nullable String initialisation;

    @Option(
            names = "--layer-rates",
            paramLabel = "FACTORS",
            description =
                    "What the learning rate is multiplied by in layers, as in \"{dense_2: 0.5}\"; 0 keeps a layer as it is. Default: 1")
    private @Nullable String layerRates;

    @Option(names = "--tests", paramLabel = "N", description = "Examples of the test set. Default: all")
    private @Nullable String tests;

    @Option(names = "--ideal", description = "Keeps weights in floating point, not in the chip's cells")
    private boolean ideal;

    /** The given ones take precedence over what stands in the tree. */
    MapNode over(MapNode tree) {
        MapNode asked = SharedOptions.put(tree, "epochs", epochs);
        asked = put(asked, "rate", rate);
        asked = put(asked, "initialisation", initialisation);
        asked = put(asked, "layer-rates", layerRates);
        asked = SharedOptions.put(asked, "loss", loss);
        asked = SharedOptions.put(asked, "tests", tests);
        return ideal ? asked.put("ideal", new ScalarNode(Mark.of("--ideal"), "true", false)) : asked;
    }

    /** What an option says that may be a word or a mapping; in a tree as it is where it was not given. */
    static MapNode put(MapNode tree, String key, @Nullable String text) {
        if (text == null) {
            return tree;
        }
        YamlNode given = Yaml.parse("--" + key, text);
        return given instanceof MapNode ? tree.put(key, given) : SharedOptions.put(tree, key, text);
    }

    /** Those that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (epochs != null) {
            given.add("--epochs");
        }
        if (rate != null) {
            given.add("--rate");
        }
        if (loss != null) {
            given.add("--loss");
        }
        if (initialisation != null) {
            given.add("--initialisation");
        }
        if (layerRates != null) {
            given.add("--layer-rates");
        }
        if (tests != null) {
            given.add("--tests");
        }
        if (ideal) {
            given.add("--ideal");
        }
        return given;
    }
}
