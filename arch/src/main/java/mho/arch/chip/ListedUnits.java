package mho.arch.chip;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mho.core.yaml.BadInput;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Units of a tile may be written as a list of mappings with a name, and what they do as a list of operations. Both are then mappings by
 * name, so that a setting, a sweep or another chip file finds one of them by its name.
 */
final class ListedUnits {
    private static final String UNITS = "tile.units";
    private static final String OPERATIONS = "operations";
    private static final String NAME = "name";

    private ListedUnits() {}

    static MapNode byName(MapNode chip) {
        YamlNode units = chip.get("tile") instanceof MapNode tile ? tile.get("units") : null;
        MapNode changed = chip;
        if (units instanceof ListNode list) {
            changed = chip.with(UNITS, mapping(list, UNITS, "{name: vfu, …}", ListedUnits::named));
        }
        if (changed.find(UNITS) instanceof MapNode named) {
            for (String name : named.keys()) {
                if (named.get(name) instanceof MapNode unit && unit.get(OPERATIONS) instanceof ListNode list) {
                    MapNode operations =
                            mapping(list, FunctionUnits.part(name) + "." + OPERATIONS, "exp", ListedUnits::plain);
                    named = named.put(name, unit.put(OPERATIONS, operations));
                }
            }
            changed = named == changed.find(UNITS) ? changed : changed.with(UNITS, named);
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
