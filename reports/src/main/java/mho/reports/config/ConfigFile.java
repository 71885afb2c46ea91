package mho.reports.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mho.core.quantity.Quantity;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Writes a run's configuration. */
final class ConfigFile {
    private static final Mark HERE = Mark.of("config.yaml");

    private ConfigFile() {}

    static String write(RunConfig config) {
        return Yaml.write(tree(config));
    }

    static MapNode tree(RunConfig config) {
        MapNode file = MapNode.empty(HERE);
        file = put(file, "version", config.version());
        file = put(file, "images", config.images());
        file = put(file, "seed", config.seed());
        file = file.put("network", network(config.network()));
        DataChoice data = config.data();
        file = data == null ? file : file.put("data", data(data));
        ArrivalChoice arrivals = config.arrivals();
        file = arrivals == null ? file : file.put("arrivals", arrivals(arrivals));
        ProgramChoice task = config.task();
        file = task == ProgramChoice.INFER
                ? file
                : put(file, "program", task.name().toLowerCase(Locale.ROOT));
        return file.put("chip", config.chip());
    }

    /** The whole of it, as it stands under its key. */
    static MapNode arrivals(ArrivalChoice choice) {
        MapNode map = MapNode.empty(HERE);
        if (choice.rate() != null && choice.spacing() != null) {
            map = map.put("rate", new ScalarNode(HERE, Quantity.exact(choice.rate(), "Hz"), false));
            map = put(map, "spacing", choice.spacing().key());
        }
        map = choice.images() == null ? map : put(map, "images", choice.images());
        return choice.times() == null
                ? map
                : map.put(
                        "times",
                        new ListNode(
                                HERE,
                                choice.times().stream()
                                        .map(time -> (YamlNode) new ScalarNode(HERE, time, true))
                                        .toList()));
    }

    static MapNode network(NetworkChoice choice) {
        MapNode map = MapNode.empty(HERE);
        if (choice.file() != null) {
            return map.put("file", choice.file());
        }
        map = put(map, "from", choice.from());
        if (choice.sha256() == null) {
            return map;
        }
        map = put(map, "sha256", choice.sha256());
        map = put(map, "batch", choice.batch());
        MapNode dims = MapNode.empty(HERE);
        for (Map.Entry<String, Integer> dim : new TreeMap<>(choice.dims()).entrySet()) {
            dims = put(dims, dim.getKey(), dim.getValue());
        }
        map = dims.keys().isEmpty() ? map : map.put("dims", dims);
        MapNode inputs = MapNode.empty(HERE);
        for (Map.Entry<String, Double> input : new TreeMap<>(choice.inputs()).entrySet()) {
            String value =
                    BigDecimal.valueOf(input.getValue()).stripTrailingZeros().toPlainString();
            inputs = inputs.put(input.getKey(), new ScalarNode(HERE, value, false));
        }
        return inputs.keys().isEmpty() ? map : map.put("inputs", inputs);
    }

    private static MapNode data(DataChoice data) {
        MapNode map = put(MapNode.empty(HERE), "from", data.from());
        map = put(map, "labels", data.labels());
        map = put(map, "normalise", data.normalise());
        map = data.images() == null ? map : put(map, "images", data.images());
        map = put(map, "calibration-from", data.calibrationFrom());
        map = put(map, "calibration", data.calibration());
        return map.put("read-time", new ScalarNode(HERE, Quantity.exact(data.readTime(), "s"), false));
    }

    private static MapNode put(MapNode map, String key, @Nullable String text) {
        return text == null ? map : map.put(key, new ScalarNode(HERE, text, true));
    }

    private static MapNode put(MapNode map, String key, long number) {
        return map.put(key, new ScalarNode(HERE, Long.toString(number), false));
    }
}
