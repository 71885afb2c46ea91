package mho.arch.chip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Who set a number. One that a later file or a setting changes loses the citation of the file it was in: it is "set by --set …", by a
 * sweep's axis, or by the chip file that changes it, unless that file brings a source or a reasoning of its own. One that it leaves keeps
 * the citation it had, whatever that file cites for its own.
 */
final class Provenance {
    private static final String SOURCE = "source";
    private static final String ASSUMED = "assumed";
    private static final int LONGEST = 200;

    private final Map<YamlNode, String> setters = new IdentityHashMap<>();

    private Provenance(List<Setting> settings) {
        for (Setting setting : settings) {
            if (setting.by() != null) {
                name(setting.value(), setting.by());
            }
        }
    }

    private void name(YamlNode value, String by) {
        setters.put(value, by);
        if (value instanceof MapNode map) {
            map.entries().values().forEach(entry -> name(entry.value(), by));
        }
    }

    /**
     * The changed tree, with who changed what written beside it.
     *
     * @param settings that changed it, where they did; a file says itself who it is
     */
    static MapNode marked(MapNode before, MapNode after, List<Setting> settings) {
        return kept(before, new Provenance(settings).mark(before, after, false, new ArrayList<>()), null, null);
    }

    /** Inherited figures with the citation they had, where a new one stands above them. */
    private static MapNode kept(MapNode before, MapNode after, @Nullable String oldAbove, @Nullable String newAbove) {
        String old = cited(before, oldAbove);
        String now = cited(after, newAbove);
        MapNode kept = after;
        for (String key : after.keys()) {
            YamlNode value = after.get(key);
            if (value instanceof MapNode map && before.get(key) instanceof MapNode was && !isText(key)) {
                MapNode below = kept(was, map, old, now);
                kept = below == map ? kept : kept.put(key, below);
            } else if (value != null
                    && value == before.get(key)
                    && StatedFigures.isFigure(key)
                    && now != null
                    && !now.equals(old)
                    && reason(after, key) == null
                    && setter(after, key) == null) {
                kept = named(kept, key, "direct: " + (old == null ? uncited(value) : old));
            }
        }
        return kept;
    }

    private static @Nullable String cited(MapNode map, @Nullable String above) {
        return map.get(SOURCE) instanceof ScalarNode source ? source.text().strip() : above;
    }

    private static String uncited(YamlNode value) {
        return "the chip file " + fileOf(value) + ", which names no source";
    }

    private MapNode mark(@Nullable MapNode before, MapNode after, boolean sourced, List<String> set) {
        boolean covered =
                sourced || (after.get(SOURCE) != null && (before == null || before.get(SOURCE) != after.get(SOURCE)));
        MapNode marked = after;
        for (String key : after.keys()) {
            YamlNode value = after.get(key);
            YamlNode old = before == null ? null : before.get(key);
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
                    marked = named(dropped(marked, key), key, "set by " + who(value));
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

    private static boolean isNew(@Nullable YamlNode old, YamlNode value, String key) {
        return StatedFigures.isFigure(key)
                || !(old instanceof ScalarNode was
                        && value instanceof ScalarNode is
                        && was.text().equals(is.text()));
    }

    /** A setting, an option as it was given, or the name of a chip file. */
    private String who(YamlNode value) {
        String by = setters.get(value);
        String file = value.mark().file();
        if (by == null && !file.startsWith("--")) {
            return "chip file " + fileOf(value);
        }
        return MessageText.plain(by == null ? file : by, LONGEST);
    }

    private static String fileOf(YamlNode value) {
        Path name = Path.of(value.mark().file()).getFileName();
        return name == null ? value.mark().file() : name.toString();
    }

    private static @Nullable String setter(MapNode map, String key) {
        return map.get(Sources.SET_BY) instanceof MapNode setters && setters.get(key) instanceof ScalarNode setter
                ? setter.text()
                : null;
    }

    private static @Nullable YamlNode reason(@Nullable MapNode map, String key) {
        return map != null && map.get(ASSUMED) instanceof MapNode reasons ? reasons.get(key) : null;
    }

    /** Where a figure of a part comes from, in the words of its price. */
    static String origin(MapNode part, String key) {
        String setter = setter(part, key);
        if (setter != null) {
            return setter;
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
