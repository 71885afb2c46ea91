package mho.reports.cli;

import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.reports.config.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run} and {@code sweep} are asked on the command line, as the tree that {@link RunRequest} is bound from. */
final class RunOptions {
    @Option(
            names = "--chip",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "Chip: a name (mho list chips) or a file. Default: analog-256")
    private @Nullable String chip;

    @Option(
            names = "--network",
            paramLabel = "NET",
            completionCandidates = CompletionCommand.NetworkNames.class,
            description = "Network: a name (mho list networks), a .yaml or an .onnx file")
    private @Nullable String network;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "Inputs that follow one another, at least: more do until their interval is steady; 1 runs alone. With"
                            + " --data, inputs to compute. Default: 2, or all data")
    private @Nullable String images;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Changes a figure of the chip file, as in tile.core.adc.bits=6 or mapping.layers[\"conv.1\"]=4; may be repeated")
    private List<String> settings = List.of();

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Inputs at once, where an ONNX file leaves it open. Default: 1")
    private @Nullable String batch;

    @Option(
            names = "--dim",
            paramLabel = "NAME=SIZE",
            description = "Size of another dimension that an ONNX file leaves open; may be repeated")
    private List<String> dims = List.of();

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            description =
                    "Value of an input of one element of an ONNX file, as in sr=16000; may be repeated. It may pick the branch of an If")
    private List<String> inputs = List.of();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Inputs to compute values for: fashion-mnist-1000, a file (IDX, .npy, .npz, CSV) or a folder")
    private @Nullable String data;

    @Option(names = "--labels", paramLabel = "FILE", description = "Labels, where they are not beside the data")
    private @Nullable String labels;

    @Option(
            names = "--normalise",
            paramLabel = "S:M:D",
            description =
                    "(x * scale - mean) / deviation, as in 1/255:0.286:0.353. Default: pixels / 255, other numbers as they stand")
    private @Nullable String normalise;

    @Option(
            names = "--calibration-data",
            paramLabel = "DATA",
            description =
                    "Inputs to calibrate on, of another file or folder. Default: the training set beside --data; without one the first of --data, which are not computed")
    private @Nullable String calibrationData;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            description = "How many inputs ranges are calibrated on. Default: 64")
    private @Nullable String calibration;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "From programming the weights to reading them, as in 1h or 30days. Default: 0 s")
    private @Nullable String time;

    @Option(
            names = "--program",
            paramLabel = "TASK",
            description =
                    "What the chip does with the network: infer, or train (forward, back and update, for time and energy). Default: infer")
    private @Nullable String program;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of whatever is drawn at random. Default: 1")
    private @Nullable String seed;

    List<Setting> settings() {
        return settings.stream().map(Setting::parse).toList();
    }

    /** The given ones take precedence over what stands in the tree. */
    MapNode over(MapNode tree) {
        MapNode asked = tree;
        asked = put(asked, "chip", chip);
        asked = put(asked, "network", network);
        asked = put(asked, "images", images);
        asked = put(asked, "seed", seed);
        asked = put(asked, "batch", batch);
        asked = put(asked, "data", data);
        asked = put(asked, "labels", labels);
        asked = put(asked, "normalise", normalise);
        asked = put(asked, "calibration-data", calibrationData);
        asked = put(asked, "calibration", calibration);
        asked = put(asked, "time", time);
        asked = put(asked, "program", program);
        for (Map.Entry<String, Integer> dim : DimensionSizes.parse(dims).entrySet()) {
            MapNode all =
                    put(map(asked, "dims"), "dim", dim.getKey(), dim.getValue().toString());
            asked = asked.put("dims", all);
        }
        for (Map.Entry<String, String> input : InputValues.parse(inputs).entrySet()) {
            MapNode all = put(map(asked, "inputs"), "input", input.getKey(), input.getValue());
            asked = asked.put("inputs", all);
        }
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

    private static MapNode put(MapNode tree, String key, @Nullable String text) {
        return text == null ? tree : put(tree, key, key, text);
    }

    private static MapNode put(MapNode tree, String option, String key, String text) {
        return tree.put(key, new ScalarNode(Mark.of("--" + option + " " + text), text, false));
    }
}
