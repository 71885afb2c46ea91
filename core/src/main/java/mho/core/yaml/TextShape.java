package mho.core.yaml;

import java.util.List;
import java.util.Map;

/** Any text, but not an empty one. */
record TextShape() implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        String text = ValueShape.text(node, path, "a text");
        if (text.isBlank()) {
            throw BadInput.at(node.mark(), path.toString(), "expected a text, found an empty one");
        }
        return text;
    }

    @Override
    public String example() {
        return "some text";
    }

    @Override
    public String type() {
        return "text";
    }

    /** YAML takes 1.0 for a number and yes for a truth value; as a text they are read as they stand. */
    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", List.of("string", "number", "boolean"));
    }
}
