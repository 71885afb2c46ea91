package mho.reports.form.sweep;

import java.util.stream.Collectors;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/** A value of an axis on one line: "8", "{kind: sar, bits: 8}". */
public final class FlowText {
    private FlowText() {}

    public static String of(YamlNode node) {
        if (node instanceof MapNode map) {
            return map.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((ScalarNode) node).text();
    }
}
