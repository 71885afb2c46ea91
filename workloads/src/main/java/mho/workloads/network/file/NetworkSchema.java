package mho.workloads.network.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import mho.core.yaml.JsonSchema;
import org.jspecify.annotations.Nullable;

/**
 * Network files as a JSON Schema: layers in the short forms that {@link LayerEntries} reads, a function for a layer and a single value
 * for a list of one, at any depth of blocks.
 */
final class NetworkSchema {
    private static final String DEFINITIONS = "$defs";
    private static final String PROPERTIES = "properties";
    private static final String DESCRIPTION = "description";
    private static final String LAYER = "layer";

    private NetworkSchema() {}

    /**
     * @param file the schema of a file whose layers are anything
     * @param layer the family of layers
     */
    static Map<String, Object> of(Map<String, Object> file, Class<?> layer) {
        Map<String, Object> layers = new LinkedHashMap<>(JsonSchema.of(LAYER, layer));
        Map<String, Object> definitions = new LinkedHashMap<>(map(file.get(DEFINITIONS)));
        map(layers.get(DEFINITIONS)).forEach((name, definition) -> definitions.put(name, shortForms(map(definition))));
        Map<String, Object> functions = new LinkedHashMap<>();
        for (String function : LayerEntries.functions()) {
            functions.put(function, Map.of("type", List.of("object", "null")));
        }
        definitions.put(
                LAYER,
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("$ref", Objects.requireNonNull(layers.get("$ref"))),
                                onlyKey(functions),
                                words(functions))));
        Map<String, Object> whole = new LinkedHashMap<>(file);
        definitions.replaceAll((name, definition) -> withLayers(map(definition)));
        whole.put(DEFINITIONS, definitions);
        return whole;
    }

    private static Map<String, Object> onlyKey(Map<String, Object> keys) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("type", "object");
        mapping.put(PROPERTIES, keys);
        mapping.put("additionalProperties", false);
        mapping.put("minProperties", 1);
        return mapping;
    }

    private static Map<String, Object> words(Map<String, Object> keys) {
        return Map.of("enum", new ArrayList<>(keys.keySet()));
    }

    private static Map<String, Object> shortForms(Map<String, Object> definition) {
        return replaced(definition, LayerEntries.LISTS, NetworkSchema::oneOrMore);
    }

    private static Map<String, Object> withLayers(Map<String, Object> definition) {
        Object layers = JsonSchema.list(Map.of("$ref", "#/" + DEFINITIONS + "/" + LAYER));
        return replaced(definition, Set.of("layers", "shortcut"), old -> layers);
    }

    /** The same with other schemas of some keys; what they mean stays. */
    private static Map<String, Object> replaced(
            Map<String, Object> definition, Set<String> keys, UnaryOperator<Object> changed) {
        if (!definition.containsKey(PROPERTIES)) {
            return definition;
        }
        Map<String, Object> properties = new LinkedHashMap<>(map(definition.get(PROPERTIES)));
        properties.replaceAll((key, schema) -> {
            if (!keys.contains(key)) {
                return schema;
            }
            Map<String, Object> said = new LinkedHashMap<>(map(schema));
            Map<String, Object> told = new LinkedHashMap<>();
            Object meaning = said.remove(DESCRIPTION);
            if (meaning != null) {
                told.put(DESCRIPTION, meaning);
            }
            told.putAll(map(changed.apply(said)));
            return told;
        });
        Map<String, Object> copy = new LinkedHashMap<>(definition);
        copy.put(PROPERTIES, properties);
        return copy;
    }

    /** Where a list may be left out, it is the first of two. */
    private static Object oneOrMore(Object list) {
        Object items = map(list).get("items");
        if (items != null) {
            return JsonSchema.oneOrList(items);
        }
        return map(list).get("anyOf") instanceof List<?> either
                ? Map.of("anyOf", List.of(oneOrMore(either.get(0)), either.get(1)))
                : list;
    }

    @SuppressWarnings("unchecked") // a schema's keys are texts
    private static Map<String, Object> map(@Nullable Object schema) {
        return (Map<String, Object>) Objects.requireNonNull(schema);
    }
}
