package mho.reports.cli;

import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.config.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code run} and {@code sweep} are asked on the command line, as the tree that {@link RunRequest} is bound from. */
final class RunOptions {
    @Mixin
    private final SharedOptions shared = new SharedOptions();

    @Option(
            names = "--chip",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description = "Chip: a name (mho list chips) or a file. Default: analog-256")
    private @Nullable String chip;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "Inputs that follow one another, at least: more do until their interval is steady; 1 runs alone. With"
                            + " --data, inputs to compute. Default: 2, or all data")
    private @Nullable String images;

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

    List<Setting> settings() {
        return shared.settings();
    }

    /** The given ones take precedence over what stands in the tree. */
    MapNode over(MapNode tree) {
        MapNode asked = shared.over(tree);
        asked = SharedOptions.put(asked, "chip", chip);
        asked = SharedOptions.put(asked, "images", images);
        asked = SharedOptions.put(asked, "batch", batch);
        asked = SharedOptions.put(asked, "data", data);
        asked = SharedOptions.put(asked, "labels", labels);
        asked = SharedOptions.put(asked, "normalise", normalise);
        asked = SharedOptions.put(asked, "calibration-data", calibrationData);
        asked = SharedOptions.put(asked, "calibration", calibration);
        asked = SharedOptions.put(asked, "time", time);
        asked = SharedOptions.put(asked, "program", program);
        for (Map.Entry<String, Integer> dim : DimensionSizes.parse(dims).entrySet()) {
            MapNode all = SharedOptions.put(
                    SharedOptions.map(asked, "dims"),
                    "dim",
                    dim.getKey(),
                    dim.getValue().toString());
            asked = asked.put("dims", all);
        }
        for (Map.Entry<String, String> input : InputValues.parse(inputs).entrySet()) {
            MapNode all =
                    SharedOptions.put(SharedOptions.map(asked, "inputs"), "input", input.getKey(), input.getValue());
            asked = asked.put("inputs", all);
        }
        return asked;
    }
}
