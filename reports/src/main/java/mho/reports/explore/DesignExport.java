package mho.reports.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        Map<String, YamlNode> before = settings(from);
        Map<String, YamlNode> after = settings(to);
        MapNode set = MapNode.empty(HERE);
        for (String path : Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .toList()) {
            YamlNode own = scalarOrNull(stated.getOrDefault(path, ""));
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

    private static Map<String, YamlNode> settings(AskedDesign design) {
        Map<String, YamlNode> all = new LinkedHashMap<>();
        design.settings().forEach(setting -> all.put(setting.path(), setting.value()));
        return all;
    }

    private static String owned(AskedDesign design, String key) {
        return Scratch.owners(design.choice(key));
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(HERE, text, false);
    }

    private static ScalarNode scalarOrNull(String text) {
        return scalar(text.isEmpty() ? "null" : text);
    }

    /** As it is typed. */
    static String text(YamlNode value) {
        return value instanceof ScalarNode scalar ? (scalar.isNull() ? "null" : scalar.text()) : flow(value);
    }

    private static String flow(YamlNode value) {
        if (value instanceof ListNode list) {
            return list.items().stream().map(DesignExport::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((MapNode) value)
                .entries().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + ": " + text(entry.getValue().value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
