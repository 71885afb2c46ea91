package mho.core.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mapping whose keys are the user's and whose values have one shape. It may carry its source, like any other. */
record MapShape(ValueShape value) implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        if (!(node instanceof MapNode map)) {
            throw BadInput.at(
                    node.mark(),
                    path.toString(),
                    "expected a mapping such as " + example() + ", found " + node.describe());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        List<BadInput> problems = new ArrayList<>();
        map.entries().forEach((key, entry) -> {
            try {
                if (isData(key)) {
                    wholeName(key, entry.value(), path);
                    values.put(key, value.bind(entry.value(), path.key(key)));
                }
            } catch (BadInput e) {
                problems.add(e);
            }
        });
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        return Collections.unmodifiableMap(values);
    }

    /** A name that holds dots falls apart in a path unless it is quoted. */
    private void wholeName(String key, YamlNode node, Path path) {
        StringBuilder name = new StringBuilder(key);
        YamlNode inner = node;
        while (inner instanceof MapNode map) {
            List<String> keys =
                    map.entries().keySet().stream().filter(this::isData).toList();
            if (keys.size() != 1) {
                break;
            }
            name.append('.').append(keys.get(0));
            inner = Objects.requireNonNull(map.entries().get(keys.get(0))).value();
        }
        if (value instanceof NumberShape && node instanceof MapNode && inner instanceof ScalarNode) {
            throw BadInput.at(
                    node.mark(),
                    path.key(key).toString(),
                    "expected a " + value.type() + ", found a mapping; a name that holds dots is quoted, as in "
                            + path.key(name.toString()));
        }
    }

    private boolean isData(String key) {
        return value instanceof TextShape || !Sources.isAboutSources(key);
    }

    @Override
    public YamlNode filled(YamlNode node) {
        if (!(node instanceof MapNode map)) {
            return node;
        }
        MapNode filled = map;
        for (var entry : map.entries().entrySet()) {
            if (isData(entry.getKey())) {
                filled =
                        filled.put(entry.getKey(), value.filled(entry.getValue().value()));
            }
        }
        return filled;
    }

    /** Entry by entry, where both have one of a name. */
    @Override
    public YamlNode inherited(YamlNode base, YamlNode over) {
        if (!(base instanceof MapNode under) || !(over instanceof MapNode map)) {
            return base;
        }
        MapNode left = under;
        for (String key : under.keys()) {
            YamlNode below = under.get(key);
            YamlNode above = map.get(key);
            if (below != null && above != null && isData(key)) {
                left = left.put(key, value.inherited(below, above));
            }
        }
        return left;
    }

    @Override
    public String example() {
        return value instanceof ListShape || value instanceof MapShape ? "{…}" : "{name: " + value.example() + "}";
    }

    @Override
    public String type() {
        return "mapping of names to " + value.type();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!(value instanceof TextShape)) {
            schema.put("properties", Sources.schema(definitions));
        }
        schema.put("additionalProperties", definitions.orNothing(value.schema(definitions)));
        if (!(value instanceof RecordShape || value instanceof ChoiceShape)) {
            return schema;
        }
        // parts with names may be listed, each with its name in it
        Map<String, Object> listed = SchemaDefinitions.keys("type", "object", "required", List.of("name"));
        return SchemaDefinitions.anyOf(List.of(schema, JsonSchema.list(listed)));
    }
}
