package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/** Reads what stands behind a path in {@code vary}: a list, a range such as 4..8, a {@link ValueRange}, or a single value. */
final class AxisReader {
    private static final Pattern RANGE = Pattern.compile("([+-]?\\d+)\\.\\.([+-]?\\d+)(\\s*[^\\d\\s.].*)?");

    private AxisReader() {}

    static List<Axis> read(MapNode vary) {
        List<Axis> axes = new ArrayList<>();
        List<BadInput> problems = new ArrayList<>();
        vary.entries().forEach((path, entry) -> {
            try {
                axes.add(new Axis(path, spread("vary." + path, entry.value())));
            } catch (BadInput e) {
                problems.add(e);
            }
        });
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        if (axes.isEmpty()) {
            throw BadInput.at(
                    vary.mark(), "vary", "nothing varies; give a path and its values, as in tile.core.adc.bits: 4..8");
        }
        return axes;
    }

    private static AxisValues spread(String path, YamlNode node) {
        if (node instanceof MapNode map) {
            if (map.get("from") == null && map.get("to") == null) {
                throw BadInput.at(
                        map.mark(),
                        path,
                        "expected a list such as [4, 6, 8], a range such as 4..8 or {from: 4, to: 8, step: 2}; a mapping that is a value stands in a list");
            }
            return Binder.bind(map, ValueRange.class, path).spread(map.mark(), path);
        }
        List<YamlNode> values = new ArrayList<>();
        for (YamlNode item : node instanceof ListNode list ? list.items() : List.of(node)) {
            addAll(values, item, path);
        }
        if (values.isEmpty()) {
            throw BadInput.at(node.mark(), path, "has no values, give at least one");
        }
        return new AxisValues.Listed(values);
    }

    private static void addAll(List<YamlNode> values, YamlNode item, String path) {
        if (item.isNull()) {
            throw BadInput.at(item.mark(), path, "a value is missing");
        }
        Matcher range = RANGE.matcher(item instanceof ScalarNode scalar && !scalar.quoted() ? scalar.text() : "");
        if (!range.matches()) {
            values.add(item);
            return;
        }
        String unit = range.group(3) == null ? "" : range.group(3);
        ValueRange span = new ValueRange(
                range.group(1) + unit, range.group(2) + unit, 1 + unit, null, null, ValueRange.Scale.LINEAR);
        values.addAll(((AxisValues.Listed) span.spread(item.mark(), path)).values());
    }
}
