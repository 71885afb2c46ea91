package mho.core.yaml;

import java.util.Map;

/** A component that takes the node itself, for what only its record can read. */
record RawShape(Class<?> javaType) implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        if (!javaType.isInstance(node)) {
            throw BadInput.at(node.mark(), path.toString(), "expected " + type() + ", found " + node.describe());
        }
        return node;
    }

    @Override
    public String example() {
        return javaType == MapNode.class ? "{…}" : javaType == ListNode.class ? "[…]" : "…";
    }

    @Override
    public String type() {
        if (javaType == MapNode.class) {
            return "a mapping";
        }
        return javaType == ListNode.class ? "a list" : javaType == ScalarNode.class ? "a single value" : "anything";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        if (javaType == MapNode.class) {
            return Map.of("type", "object");
        }
        return javaType == ListNode.class ? Map.of("type", "array") : Map.of();
    }
}
