package mho.reports.config;

import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Setting;
import mho.workloads.onnx.OnnxOptions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mho run} is asked, under the names of its options.
 *
 * @param images inputs that follow one another, at least, or whose values are computed
 * @param time from programming the weights to reading them
 * @param set paths of the chip file and their values
 */
public record RunRequest(
        @Doc("chip: a name or a file") @Default("analog-256") String chip,
        @Doc("network: a name, a .yaml or an .onnx file") @Nullable String network,
        @Doc("inputs that follow one another, at least (1: one alone); with data, inputs to compute") @Nullable
                Integer images,
        @Doc("seed of whatever is drawn at random") @Default("1") @Range(min = 0) long seed,
        @Doc("inputs at once, where an ONNX file leaves it open") @Default("1") int batch,
        @Doc("other open dimensions of an ONNX file") @Default("{}") @Range(min = 0) Map<String, Integer> dims,
        @Doc("values of inputs of one element of an ONNX file") @Default("{}") @Range(min = Double.NEGATIVE_INFINITY)
                Map<String, Double> inputs,
        @Doc("inputs to compute values for") @Nullable String data,
        @Doc("labels, where they are not beside the data") @Nullable String labels,
        @Doc("scale:mean:deviation") @Nullable String normalise,
        @Doc("data to calibrate on") @Nullable String calibrationData,
        @Doc("inputs that ranges are calibrated on") @Nullable Integer calibration,
        @Doc("from programming the weights to reading them") @Nullable String time,
        @Doc("when inputs come from outside: a rate or a file of times") @Nullable String arrivals,
        @Doc("what the chip does with the network: infer, train") @Default("infer") ProgramChoice program,
        @Doc("settings of the chip") @Default("{}") MapNode set) {
    private static final int DEFAULT_IMAGES = 2;
    private static final int DEFAULT_CALIBRATION = 64;

    public RunRequest {
        if (data == null
                && (labels != null
                        || normalise != null
                        || calibrationData != null
                        || calibration != null
                        || time != null)) {
            throw new IllegalArgumentException(
                    "labels, normalise, calibration, calibration-data and time belong to values: give data (--data) too");
        }
    }

    /** The run, with settings made in its chip. */
    public RunConfig config(NamedInputs choices, List<Setting> settings) {
        return new RunConfig(
                        null,
                        images == null || data != null || arrivals != null ? DEFAULT_IMAGES : images,
                        seed,
                        networkChoice(choices),
                        dataChoice(),
                        null,
                        null,
                        choices.chip(chip))
                .withTask(program)
                .withArrivals(arrivalChoice())
                .resolved(settings);
    }

    /** The settings that are part of it. */
    public List<Setting> settings() {
        return set.entries().entrySet().stream()
                .map(entry -> new Setting(entry.getKey(), entry.getValue().value()))
                .toList();
    }

    public NetworkChoice networkChoice(NamedInputs choices) {
        if (network == null) {
            throw new BadInput("--network is missing: give a name (mho list networks), a .yaml or an .onnx file");
        }
        return choices.network(network, new OnnxOptions(batch, dims, inputs));
    }

    /** Null where no inputs come from outside. */
    public @Nullable ArrivalChoice arrivalChoice() {
        return arrivals == null ? null : ArrivalChoice.of("--arrivals", arrivals, images);
    }

    /** Null where no values are asked for. */
    public @Nullable DataChoice dataChoice() {
        if (data == null) {
            return null;
        }
        if (normalise != null) {
            NormaliseOption.parse(normalise);
        }
        return new DataChoice(
                data,
                labels,
                normalise,
                images,
                calibrationData,
                calibration == null ? DEFAULT_CALIBRATION : calibration,
                time == null ? 0 : ReadTime.parse(time));
    }
}
