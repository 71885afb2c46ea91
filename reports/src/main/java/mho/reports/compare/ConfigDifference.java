package mho.reports.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is not the same in all runs.
 *
 * @param path dotted, in config.yaml
 * @param texts one entry a run; null where the run has no such setting
 * @param by one entry a run: who set the figure, or what it followed; null where its file states it, and for what is no figure
 */
public record ConfigDifference(String path, List<@Nullable String> texts, List<@Nullable String> by, Kind kind) {
    private static final Set<String> NOTES = Set.of("source", "assumed", "about");

    /** What differs. */
    public enum Kind {
        /** Somebody asked for another value. */
        SETTING,
        /** The same was stated; it was carried over to what else was set. */
        FOLLOWED,
        /** No setting but a text about settings: their source, or why they are assumed. */
        NOTE
    }

    public ConfigDifference {
        texts = Collections.unmodifiableList(new ArrayList<>(texts));
        by = Collections.unmodifiableList(new ArrayList<>(by));
    }

    /** Those of one kind. */
    public static List<ConfigDifference> of(Kind kind, List<ConfigDifference> all) {
        return all.stream().filter(difference -> difference.kind == kind).toList();
    }

    /** Who set it, run by run, in a line: "B: set by --set tile.core.adc.bits=6"; empty where nobody did. */
    public String setters() {
        List<String> setters = new ArrayList<>();
        for (int run = 0; run < by.size(); run++) {
            if (by.get(run) != null) {
                setters.add(Comparison.letter(run) + ": " + by.get(run));
            }
        }
        return String.join("; ", setters);
    }

    /** In the order of the files, the base's first. Notes differ only where a setting that they stand beside, or one below, does. */
    static List<ConfigDifference> between(List<MapNode> configs) {
        List<ConfigDifference> differences = new ArrayList<>();
        visit("", false, new ArrayList<>(configs), SettingOrigin.NONE, differences);
        return differences;
    }

    private static void visit(
            String path,
            boolean note,
            List<? extends @Nullable YamlNode> nodes,
            SettingOrigin owner,
            List<ConfigDifference> found) {
        if (nodes.stream().anyMatch(MapNode.class::isInstance)) {
            mapping(path, note, nodes, found);
        } else if (nodes.stream().anyMatch(ConfigDifference::isListOfParts)) {
            items(path, note, nodes, found);
        }
        leaf(path, note, nodes, owner, found);
    }

    private static void mapping(
            String path, boolean note, List<? extends @Nullable YamlNode> nodes, List<ConfigDifference> found) {
        Set<String> keys = new LinkedHashSet<>();
        for (YamlNode node : nodes) {
            if (node instanceof MapNode map) {
                keys.addAll(map.keys());
            }
        }
        keys.remove(Sources.SET_BY); // says of a difference that is told who made it
        int before = found.size();
        for (String key : keys) {
            if (note || !NOTES.contains(key)) {
                visit(
                        path.isEmpty() ? key : path + "." + key,
                        note,
                        children(nodes, key),
                        new SettingOrigin(nodes, key),
                        found);
            }
        }
        boolean settingsDiffer = found.size() > before;
        for (String key : keys) {
            if (!note && settingsDiffer && NOTES.contains(key)) {
                visit(path.isEmpty() ? key : path + "." + key, true, children(nodes, key), SettingOrigin.NONE, found);
            }
        }
    }

    private static List<@Nullable YamlNode> children(List<? extends @Nullable YamlNode> nodes, String key) {
        List<@Nullable YamlNode> children = new ArrayList<>();
        for (YamlNode node : nodes) {
            children.add(node instanceof MapNode map ? map.get(key) : null);
        }
        return children;
    }

    private static void items(
            String path, boolean note, List<? extends @Nullable YamlNode> nodes, List<ConfigDifference> found) {
        int longest = 0;
        for (YamlNode node : nodes) {
            longest = Math.max(
                    longest, node instanceof ListNode list ? list.items().size() : 0);
        }
        for (int i = 0; i < longest; i++) {
            List<@Nullable YamlNode> items = new ArrayList<>();
            for (YamlNode node : nodes) {
                items.add(
                        node instanceof ListNode list && i < list.items().size()
                                ? list.items().get(i)
                                : null);
            }
            visit(path + "[" + i + "]", note, items, SettingOrigin.NONE, found);
        }
    }

    private static void leaf(
            String path,
            boolean note,
            List<? extends @Nullable YamlNode> nodes,
            SettingOrigin owner,
            List<ConfigDifference> found) {
        List<@Nullable String> texts = new ArrayList<>();
        for (YamlNode node : nodes) {
            texts.add(text(node));
        }
        String first = texts.get(0);
        if (texts.stream().anyMatch(text -> !isSame(first, text))) {
            Kind kind = note ? Kind.NOTE : owner.followed() ? Kind.FOLLOWED : Kind.SETTING;
            found.add(new ConfigDifference(path, texts, owner.by(nodes.size()), kind));
        }
    }

    /** What stands in one line: a value, or a list of values. */
    static @Nullable String text(@Nullable YamlNode node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.text();
        }
        if (node instanceof ListNode list && !isListOfParts(list)) {
            return list.items().stream().map(ConfigDifference::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return null;
    }

    private static boolean isListOfParts(@Nullable YamlNode node) {
        return node instanceof ListNode list
                && list.items().stream().anyMatch(item -> item instanceof MapNode || isListOfParts(item));
    }

    static boolean isSame(@Nullable String a, @Nullable String b) {
        return Objects.equals(a, b) || (a != null && b != null && SameQuantity.isSameQuantity(a, b));
    }
}
