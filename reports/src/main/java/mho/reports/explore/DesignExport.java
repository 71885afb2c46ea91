package mho.reports.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.config.RunConfig;
import mho.reports.medium.ShellWord;

/** A design in forms that go on from: a chip file, a command line, a sweep between two designs. */
final class DesignExport {
    private static final Mark HERE = Mark.of("mho explore");
    private static final String SET = "set";

    private DesignExport() {}

    /** The chip, whole: it extends nothing. */
    static String chip(RunConfig config) {
        return Yaml.write(config.chip());
    }

    /** The command that runs it, files under the names that their owner knows. */
    static String command(AskedDesign design) {
        StringBuilder command = new StringBuilder("./mho run");
        for (String key : design.tree().keys()) {
            if (design.tree().get(key) instanceof MapNode several) {
                String option = key.equals("dims") ? " --dim " : " --input ";
                several.entries().forEach((name, entry) -> command.append(option)
                        .append(ShellWord.of(name + "=" + text(entry.value()))));
            } else {
                command.append(" --").append(key).append(' ').append(ShellWord.of(owned(design, key)));
            }
        }
        for (Setting setting : design.settings()) {
            command.append(" --set ").append(ShellWord.of(setting.path() + "=" + text(setting.value())));
        }
        return command.append('\n').toString();
    }

    /**
     * A sweep between two designs: whatever differs is an axis of both values.
     *
     * @param stated value of a path in the file of the chip, empty where there is none
     * @throws BadInput where nothing differs
     */
    static MapNode sweep(AskedDesign from, AskedDesign to, Map<String, String> stated) {
        MapNode base = MapNode.empty(HERE);
        MapNode vary = MapNode.empty(HERE);
        for (String key : to.tree().keys()) {
            String other = owned(from, key);
            if (to.tree().get(key) instanceof MapNode map) {
                base = base.put(key, map);
            } else if (other.isEmpty() || other.equals(owned(to, key))) {
                base = base.put(key, scalar(owned(to, key)));
            } else {
                vary = vary.put(key, new ListNode(HERE, List.of(scalar(other), scalar(owned(to, key)))));
            }
        }
        MapNode layers =
                stated(stated.getOrDefault(LayerCopies.LAYERS, "")) instanceof MapNode map ? map : MapNode.empty(HERE);
        Map<String, YamlNode> before = settings(from, layers);
        Map<String, YamlNode> after = settings(to, layers);
        MapNode set = MapNode.empty(HERE);
        for (String path : Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .toList()) {
            YamlNode own = stated(stated.getOrDefault(path, ""));
            YamlNode one = before.getOrDefault(path, own);
            YamlNode other = after.getOrDefault(path, own);
            if (text(one).equals(text(other))) {
                set = set.put(path, one);
            } else {
                vary = vary.put(path, new ListNode(HERE, List.of(one, other)));
            }
        }
        if (vary.keys().isEmpty()) {
            throw new BadInput("a sweep needs two designs that differ: change a parameter, or pin another design");
        }
        base = set.keys().isEmpty() ? base : base.put(SET, set);
        return MapNode.empty(HERE)
                .put("sweep", scalar("explored"))
                .put("base", base)
                .put("vary", vary);
    }

    /**
     * What is set, by path; copies of layers all together, for a sweep cannot say that one layer has none.
     *
     * @param layers copies that the chip's file states
     */
    private static Map<String, YamlNode> settings(AskedDesign design, MapNode layers) {
        Map<String, YamlNode> all = new LinkedHashMap<>();
        MapNode file = MapNode.empty(HERE).with(LayerCopies.LAYERS, layers);
        for (Setting setting : design.settings()) {
            if (LayerCopies.isIn(setting.path())) {
                file = setting.applyTo(file);
                YamlNode copies = file.find(LayerCopies.LAYERS);
                all.put(LayerCopies.LAYERS, copies == null ? MapNode.empty(HERE) : copies);
            } else {
                all.put(setting.path(), setting.value());
            }
        }
        return all;
    }

    private static String owned(AskedDesign design, String key) {
        return Scratch.owners(design.choice(key));
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(HERE, text, false);
    }

    /** As a file states it; a list or mapping is written as one. */
    private static YamlNode stated(String text) {
        if (text.startsWith("[") || text.startsWith("{")) {
            return Yaml.parse("stated", text);
        }
        return scalar(text.isEmpty() ? "null" : text);
    }

    /** As it is typed. */
    static String text(YamlNode value) {
        return value instanceof ScalarNode scalar ? (scalar.isNull() ? "null" : scalar.text()) : Yaml.flow(value);
    }
}
