package mho.core.yaml;

import java.util.Map;

/** True or false. */
record FlagShape() implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        String text = ValueShape.text(node, path, type());
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw BadInput.at(
                    node.mark(), path.toString(), "expected " + type() + ", found " + node.describe());
        };
    }

    @Override
    public String example() {
        return "true";
    }

    @Override
    public String type() {
        return "true or false";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return Map.of("type", "boolean");
    }
}
