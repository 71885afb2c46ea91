package mho.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A list whose items have one shape. */
record ListShape(ValueShape item) implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        if (!(node instanceof ListNode list)) {
            throw BadInput.at(
                    node.mark(),
                    path.toString(),
                    "expected a list such as " + example() + ", found " + node.describe());
        }
        List<Object> values = new ArrayList<>();
        List<BadInput> problems = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            try {
                values.add(item.bind(list.items().get(i), path.index(i)));
            } catch (BadInput e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        return List.copyOf(values);
    }

    @Override
    public YamlNode filled(YamlNode node) {
        return node instanceof ListNode list
                ? new ListNode(
                        list.mark(), list.items().stream().map(item::filled).toList())
                : node;
    }

    @Override
    public String example() {
        return item instanceof ListShape || item instanceof MapShape ? "[…]" : "[" + item.example() + "]";
    }

    @Override
    public String type() {
        return "list of " + item.type();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return JsonSchema.list(item.schema(definitions));
    }
}
