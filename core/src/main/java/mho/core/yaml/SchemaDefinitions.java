package mho.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The definitions of a JSON Schema while it is written: shapes that have a name are written once and referred to, for they may hold themselves. */
final class SchemaDefinitions {
    private static final String NULL = "null";

    private final boolean laidOver;
    private final Map<String, Object> definitions;
    private final String suffix;

    /**
     * @param laidOver whether files are laid over others, so that no key has to be there and any may be taken away by null
     * @param definitions that are added to
     */
    SchemaDefinitions(boolean laidOver, Map<String, Object> definitions) {
        this.laidOver = laidOver;
        this.definitions = definitions;
        this.suffix = laidOver ? "-laid-over" : "";
    }

    boolean laidOver() {
        return laidOver;
    }

    /** Refers to the shape of a class, which is written when it is met first. */
    Map<String, Object> refer(Class<?> type, Supplier<Map<String, Object>> schema) {
        return refer(name(type) + suffix, schema);
    }

    /** Refers to a schema by a name of its own. */
    Map<String, Object> refer(String name, Supplier<Map<String, Object>> schema) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, schema.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    /** Without its package; of a class within another, with the other's. */
    static String name(Class<?> type) {
        String whole = type.getName();
        return whole.substring(whole.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** The same, or nothing where a file that is laid over another takes away what stands there. */
    Object orNothing(Object schema) {
        return laidOver ? orNull(schema) : schema;
    }

    /** The same, or null. */
    static Object orNull(Object schema) {
        if (schema instanceof Map<?, ?> map && map.size() == 1) {
            if (map.get("type") instanceof List<?> types) {
                return Map.of("type", with(types, NULL));
            }
            if (map.get("type") instanceof String type) {
                return Map.of("type", List.of(type, NULL));
            }
            if (map.get("anyOf") instanceof List<?> schemas) {
                return anyOf(with(schemas, Map.of("type", NULL)));
            }
        }
        return anyOf(List.of(schema, Map.of("type", NULL)));
    }

    private static List<?> with(List<?> some, Object more) {
        return some.contains(more)
                ? some
                : Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    static Map<String, Object> anyOf(List<?> schemas) {
        Map<String, Object> any = new LinkedHashMap<>();
        any.put("anyOf", schemas);
        return any;
    }

    /** A mapping of keys, each followed by its value, in that order. */
    static Map<String, Object> keys(Object... keysAndValues) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return keys;
    }
}
