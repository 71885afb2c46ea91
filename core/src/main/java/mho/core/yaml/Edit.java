package mho.core.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up and replaces nodes by path; trees are immutable, so a change copies the way from the root. */
final class Edit {
    private Edit() {}

    static YamlNode set(YamlNode root, Path path, YamlNode value) {
        return set(root, path.steps(), 0, value);
    }

    private static YamlNode set(@Nullable YamlNode node, List<Path> steps, int depth, YamlNode value) {
        if (depth == steps.size()) {
            return value;
        }
        Path step = steps.get(depth);
        if (step.key() == null) {
            return setItem(node, steps, depth, value);
        }
        String key = step.key();
        if (node == null || node.isNull()) {
            return MapNode.empty(value.mark()).put(key, set(null, steps, depth + 1, value));
        }
        if (node instanceof MapNode map) {
            return map.put(key, set(map.get(key), steps, depth + 1, value));
        }
        throw noWay(steps, depth, node, value, "not a mapping with keys");
    }

    private static YamlNode setItem(@Nullable YamlNode node, List<Path> steps, int depth, YamlNode value) {
        int index = steps.get(depth).index();
        if (!(node instanceof ListNode list)) {
            throw noWay(steps, depth, node, value, "not a list");
        }
        if (index >= list.items().size()) {
            throw noWay(steps, depth, node, value, "a list of " + list.items().size() + ", counted from 0");
        }
        List<YamlNode> items = new ArrayList<>(list.items());
        items.set(index, set(items.get(index), steps, depth + 1, value));
        return new ListNode(list.mark(), items);
    }

    private static BadInput noWay(
            List<Path> steps, int depth, @Nullable YamlNode node, YamlNode value, String problem) {
        String parent = depth == 0 ? "the file" : steps.get(depth - 1).toString();
        String found =
                node == null ? "absent" : node instanceof ListNode || node instanceof MapNode ? "" : node.describe();
        String is = found.isEmpty() ? " is " : " is " + found + ", ";
        return BadInput.at(
                value.mark(), steps.get(steps.size() - 1).toString(), "cannot be set, " + parent + is + problem);
    }

    static @Nullable YamlNode find(YamlNode root, Path path) {
        @Nullable YamlNode node = root;
        for (Path step : path.steps()) {
            node = node == null ? null : child(node, step);
        }
        return node;
    }

    /** What stands one step further; null when there is no such key or item. */
    static @Nullable YamlNode child(YamlNode node, Path step) {
        String key = step.key();
        if (key != null) {
            return node instanceof MapNode map ? map.get(key) : null;
        }
        return node instanceof ListNode list && step.index() < list.items().size()
                ? list.items().get(step.index())
                : null;
    }
}
