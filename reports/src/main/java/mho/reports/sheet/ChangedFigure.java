package mho.reports.sheet;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;

/**
 * A number of a chip that neither the chip's own file nor a source states: it was set.
 *
 * @param path in the chip file
 * @param by who set it, and what it was stated as where it followed
 */
public record ChangedFigure(String path, String value, String by) {
    /** All of a resolved chip, in the order of its file. */
    public static List<ChangedFigure> of(MapNode tree) {
        List<ChangedFigure> found = new ArrayList<>();
        visit(tree, "", found);
        return found;
    }

    private static void visit(MapNode map, String path, List<ChangedFigure> found) {
        MapNode setters = map.get(Sources.SET_BY) instanceof MapNode some ? some : MapNode.empty(map.mark());
        for (String key : map.keys()) {
            YamlNode value = map.get(key);
            String below = path.isEmpty() ? key : path + "." + key;
            if (setters.get(key) instanceof ScalarNode by && isSet(by.text()) && value != null) {
                found.add(new ChangedFigure(below, text(value), by.text()));
            }
            if (value instanceof MapNode inner && !key.equals(Sources.SET_BY)) {
                visit(inner, below, found);
            }
        }
    }

    /** Whether it followed one that was set, by a law or by staying what it is. */
    public boolean followed() {
        return Sources.statedAs(by) != null;
    }

    /** Whether it stayed as stated though what it was stated for changed. */
    public boolean stays() {
        return followed() && by.contains("not scaled");
    }

    /** An inherited figure that only keeps its citation was not set. */
    private static boolean isSet(String by) {
        return by.startsWith("set by") || Sources.statedAs(by) != null;
    }

    private static String text(YamlNode value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.text();
        }
        return value instanceof ListNode list ? list.items().size() + " items" : value.describe();
    }
}
