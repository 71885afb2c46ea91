package mho.reports.sheet;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/** A figure without a source, and the reasoning that stands in for one. */
public record Assumption(String path, String value, String reasoning) {
    private static final String ASSUMED = "assumed";

    /** Every assumption of a chip file, in its order. */
    public static List<Assumption> in(MapNode tree) {
        List<Assumption> found = new ArrayList<>();
        collect(tree, "", found);
        return found;
    }

    private static void collect(YamlNode node, String path, List<Assumption> found) {
        if (node instanceof MapNode map) {
            if (map.get(ASSUMED) instanceof MapNode reasons) {
                reasons.entries()
                        .forEach((key, reason) ->
                                found.add(new Assumption(path + key, shown(map.find(key)), shown(reason.value()))));
            }
            map.entries().forEach((key, entry) -> {
                if (!key.equals(ASSUMED)) {
                    collect(entry.value(), path + key + ".", found);
                }
            });
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> collect(item, path, found));
        }
    }

    private static String shown(@org.jspecify.annotations.Nullable YamlNode node) {
        return node instanceof ScalarNode scalar ? scalar.text() : node == null ? "by default" : node.describe();
    }
}
