package mho.reports.config;

import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.workloads.onnx.OnnxOptions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mho train} is asked, as it was given; null for what was not.
 *
 * @param numbers epochs, batch, seed, images, tests by these names
 * @param rate a number, or a mapping with a kind
 */
public record TrainingRequest(
        @Nullable String chip,
        @Nullable String network,
        @Nullable String data,
        Map<String, String> numbers,
        @Nullable String rate,
        @Nullable String loss,
        boolean ideal) {
    private static final Mark HERE = Mark.of("mho train");
    private static final String USUAL_RATE = "0.01";

    /** The training, with settings made in its chip. */
    public TrainingConfig.Loaded config(NamedInputs choices, List<Setting> settings, String version) {
        if (network == null) {
            throw new BadInput("--network is missing: give a name (mho list networks), a .yaml or an .onnx file");
        }
        if (data == null) {
            throw new BadInput(
                    "--data is missing: give mnist or fashion-mnist where they are installed, a file or a folder; time and energy without data are what a run tells (mho run --program train)");
        }
        NetworkChoice chosen = choices.network(network, new OnnxOptions(1, Map.of(), Map.of()));
        MapNode tree = MapNode.empty(HERE);
        tree = tree.put("version", text(version));
        tree = tree.put("network", ConfigFile.network(chosen));
        tree = tree.put("data", MapNode.empty(HERE).put("data", text(data)));
        tree = number(tree, "images");
        tree = number(tree, "tests");
        MapNode training = MapNode.empty(HERE).put("epochs", plain(numbers.getOrDefault("epochs", "1")));
        training = training.put("batch", plain(numbers.getOrDefault("batch", "1")));
        training = training.put("rate", schedule());
        training = training.put("loss", plain(loss == null ? "cross-entropy" : loss));
        training = training.put("seed", plain(numbers.getOrDefault("seed", "1")));
        tree = tree.put("training", training);
        tree = ideal ? tree.put("ideal", plain("true")) : tree;
        tree = tree.put("chip", ChipFiles.with(choices.chip(chip == null ? "analog-train" : chip), settings));
        return TrainingConfig.of(tree);
    }

    private MapNode number(MapNode tree, String key) {
        String given = numbers.get(key);
        return given == null ? tree : tree.put(key, plain(given));
    }

    /** A number is the same throughout. */
    private YamlNode schedule() {
        String given = rate == null ? USUAL_RATE : rate;
        YamlNode node = Yaml.parse("--rate", given);
        return node instanceof MapNode
                ? node
                : MapNode.empty(HERE).put("kind", plain("constant")).put("rate", plain(given));
    }

    private static ScalarNode plain(String value) {
        return new ScalarNode(HERE, value, false);
    }

    private static ScalarNode text(String value) {
        return new ScalarNode(HERE, value, true);
    }
}
