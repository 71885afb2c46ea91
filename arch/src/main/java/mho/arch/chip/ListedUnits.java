package mho.arch.chip;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mho.arch.element.TilePath;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of tiles, and units of a tile, may be written as a list of mappings with a name, and what units do as a list of operations. All are
 * then mappings by name, so that a setting, a sweep or another chip file finds one of them by its name.
 */
final class ListedUnits {
    private static final String KINDS = "tiles";
    private static final String TILE = "tile";
    private static final String UNITS = "units";
    private static final String OPERATIONS = "operations";
    private static final String NAME = "name";

    private ListedUnits() {}

    static MapNode byName(MapNode chip) {
        MapNode changed = chip;
        if (chip.get(KINDS) instanceof ListNode list) {
            String example = "{name: digital, count: 16, …}";
            changed = chip.put(KINDS, mapping(list, KINDS, example, ListedUnits::named));
        }
        if (changed.get(KINDS) instanceof MapNode kinds) {
            for (String kind : kinds.keys()) {
                if (kinds.get(kind) instanceof MapNode tile) {
                    kinds = with(kinds, kind, unitsByName(tile, TilePath.ofKind(kind)));
                }
            }
            changed = with(changed, KINDS, kinds);
        }
        return changed.get(TILE) instanceof MapNode tile
                ? with(changed, TILE, unitsByName(tile, TilePath.ONLY))
                : changed;
    }

    /** The very same mapping where nothing in it is other. */
    private static MapNode with(MapNode map, String key, MapNode value) {
        return map.get(key) == value ? map : map.put(key, value);
    }

    private static MapNode unitsByName(MapNode tile, TilePath path) {
        MapNode changed = tile;
        if (tile.get(UNITS) instanceof ListNode list) {
            changed = tile.put(UNITS, mapping(list, path.in(TILE + "." + UNITS), "{name: vfu, …}", ListedUnits::named));
        }
        if (changed.get(UNITS) instanceof MapNode named) {
            for (String name : named.keys()) {
                if (named.get(name) instanceof MapNode unit && unit.get(OPERATIONS) instanceof ListNode list) {
                    MapNode operations = mapping(
                            list, path.in(FunctionUnits.part(name)) + "." + OPERATIONS, "exp", ListedUnits::plain);
                    named = named.put(name, unit.put(OPERATIONS, operations));
                }
            }
            changed = with(changed, UNITS, named);
        }
        return changed;
    }

    private static MapNode mapping(
            ListNode list,
            String path,
            String example,
            Function<YamlNode, Map.@Nullable Entry<String, YamlNode>> entry) {
        MapNode mapping = MapNode.empty(list.mark());
        List<YamlNode> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i);
            Map.Entry<String, YamlNode> named = entry.apply(item);
            if (named == null) {
                throw BadInput.at(
                        item.mark(),
                        path + "[" + i + "]",
                        "expected an item such as " + example + ", found " + item.describe());
            }
            if (mapping.get(named.getKey()) != null) {
                throw BadInput.at(item.mark(), path + "[" + i + "]", named.getKey() + " stands there twice; keep one");
            }
            mapping = mapping.put(named.getKey(), named.getValue());
        }
        return mapping;
    }

    private static Map.@Nullable Entry<String, YamlNode> named(YamlNode item) {
        return item instanceof MapNode unit && unit.get(NAME) instanceof ScalarNode name && !name.isNull()
                ? Map.entry(name.text(), unit.without(NAME))
                : null;
    }

    private static Map.@Nullable Entry<String, YamlNode> plain(YamlNode item) {
        return item instanceof ScalarNode name && !name.isNull()
                ? Map.entry(name.text(), MapNode.empty(name.mark()))
                : null;
    }
}
