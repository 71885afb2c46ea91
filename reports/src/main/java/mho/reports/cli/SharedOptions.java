package mho.reports.cli;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run}, {@code train} and {@code sweep} are asked in the same words, as the tree that their requests are bound from. */
final class SharedOptions {
    @Option(
            names = "--network",
            paramLabel = "NET",
            completionCandidates = CompletionCommand.NetworkNames.class,
            description = "Network: a name (mho list networks), a .yaml or an .onnx file, or a .csv of NeuroSim")
    private @Nullable String network;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes a figure of the chip file, as in tile.core.adc.bits=6 or mapping.layers[\"conv.1\"]=4; may be repeated")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of whatever is drawn at random. Default: 1")
    private @Nullable String seed;

    List<Setting> settings() {
        return settings.stream().map(Setting::parse).toList();
    }

    boolean hasNetwork() {
        return network != null;
    }

    /** The given ones take precedence over what stands in the tree. */
    MapNode over(MapNode tree) {
        MapNode asked = put(put(tree, "network", network), "seed", seed);
        for (Setting setting : settings()) {
            asked = asked.put("set", map(asked, "set").put(setting.path(), setting.value()));
        }
        return asked;
    }

    /** The mapping under a key, or an empty one. */
    static MapNode map(MapNode tree, String key) {
        YamlNode node = tree.get(key);
        if (node == null) {
            return MapNode.empty(tree.mark());
        }
        if (node instanceof MapNode map) {
            return map;
        }
        throw BadInput.at(node.mark(), key, "expected a mapping, found " + node.describe());
    }

    /** What an option says, under its own name; the tree as it is where it was not given. */
    static MapNode put(MapNode tree, String key, @Nullable String text) {
        return put(tree, key, key, text);
    }

    /** The same where the key has another name than the option. */
    static MapNode put(MapNode tree, String option, String key, @Nullable String text) {
        return text == null ? tree : tree.put(key, new ScalarNode(Mark.of("--" + option + " " + text), text, false));
    }
}
