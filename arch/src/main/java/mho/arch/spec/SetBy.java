package mho.arch.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.MapNode;
import mho.core.yaml.Node;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Who set a number. One that a later file or a setting changes loses the citation of the file it was in: it is "set by --set", or by the
 * file that changes it, unless that file brings a source or a reasoning of its own.
 */
final class SetBy {
    private static final String SOURCE = "source";
    private static final String ASSUMED = "assumed";

    private SetBy() {}

    /** The changed tree, with who changed what written beside it. */
    static MapNode marked(MapNode before, MapNode after) {
        return mark(before, after, false, new ArrayList<>());
    }

    private static MapNode mark(@Nullable MapNode before, MapNode after, boolean sourced, List<String> set) {
        boolean covered =
                sourced || (after.get(SOURCE) != null && (before == null || before.get(SOURCE) != after.get(SOURCE)));
        MapNode marked = after;
        for (String key : after.keys()) {
            Node value = after.get(key);
            Node old = before == null ? null : before.get(key);
            if (value == null || value == old || isText(key)) {
                continue;
            }
            if (value instanceof MapNode map) {
                List<String> within = new ArrayList<>();
                MapNode changed = mark(old instanceof MapNode was ? was : null, map, covered, within);
                if (changed != map) {
                    marked = marked.put(key, changed);
                }
                within.forEach(path -> set.add(key + "." + path));
            } else if (!covered
                    && isNew(old, value, key)
                    && !NumericLeaves.of(value).isEmpty()) {
                if (reason(after, key) == null || reason(before, key) == reason(after, key)) {
                    marked = named(dropped(marked, key), key, "set by " + place(value));
                    set.add(key);
                }
            } else if (covered && marked.get(Sources.SET_BY) != null) {
                marked = without(marked, Sources.SET_BY, key);
            }
        }
        for (String path : set) {
            marked = without(marked, ASSUMED, path);
        }
        return marked;
    }

    private static boolean isText(String key) {
        return key.equals(SOURCE) || key.equals(ASSUMED) || key.equals(Sources.SET_BY) || key.equals("about");
    }

    private static boolean isNew(@Nullable Node old, Node value, String key) {
        return StatedFigures.isFigure(key)
                || !(old instanceof ScalarNode was
                        && value instanceof ScalarNode is
                        && was.text().equals(is.text()));
    }

    /** An option, or the name of a file: a line more or less in it makes no other chip. */
    private static String place(Node value) {
        String file = value.mark().file();
        if (file.startsWith("--")) {
            int end = file.indexOf(' ');
            return end < 0 ? file : file.substring(0, end);
        }
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private static @Nullable Node reason(@Nullable MapNode map, String key) {
        return map != null && map.get(ASSUMED) instanceof MapNode reasons ? reasons.get(key) : null;
    }

    /** Where a figure of a part comes from, in the words of its price. */
    static String origin(MapNode part, String key) {
        if (part.get(Sources.SET_BY) instanceof MapNode setters && setters.get(key) instanceof ScalarNode setter) {
            return setter.text();
        }
        if (reason(part, key) instanceof ScalarNode reason) {
            return "assumed: " + reason.text();
        }
        return "direct: "
                + (part.get(SOURCE) instanceof ScalarNode source ? source.text().strip() : "chip file");
    }

    static MapNode named(MapNode part, String key, String who) {
        MapNode setters = part.get(Sources.SET_BY) instanceof MapNode map ? map : MapNode.empty(part.mark());
        return part.put(Sources.SET_BY, setters.put(key, new ScalarNode(part.mark(), who, true)));
    }

    /** Without what was said of a figure that is gone. */
    static MapNode dropped(MapNode part, String key) {
        return without(without(part, ASSUMED, key), Sources.SET_BY, key);
    }

    private static MapNode without(MapNode part, String of, String key) {
        if (!(part.get(of) instanceof MapNode map) || map.get(key) == null) {
            return part;
        }
        MapNode left = map.without(key);
        return left.keys().isEmpty() ? part.without(of) : part.put(of, left);
    }
}
