package mho.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be written in a file, as a JSON Schema (draft 2020-12, in which editors check and complete YAML as well): keys with what they
 * mean, kinds, units, bounds and defaults. What only the whole tells (figures that must fit one another) no schema says.
 *
 * <p>A schema is a tree of maps, lists, texts, numbers and truth values, ready to be written as JSON.
 */
public final class JsonSchema {
    /** A number in front of a unit, or of nothing. */
    static final Map<String, Object> QUANTITY =
            SchemaDefinitions.keys("type", "string", "pattern", "^\\s*[+-]?[0-9.].*$");

    private JsonSchema() {}

    /** A list of what {@code items} allows, or one of them alone. */
    public static Map<String, Object> oneOrList(Object items) {
        return SchemaDefinitions.anyOf(List.of(items, list(items)));
    }

    /** A list of what {@code items} allows. */
    public static Map<String, Object> list(Object items) {
        return SchemaDefinitions.keys("type", "array", "items", items);
    }

    /** Of files that are read as some type. */
    public static Map<String, Object> of(String title, Class<?> type) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        return whole(title, Shapes.of(type).schema(new SchemaDefinitions(false, definitions)), definitions);
    }

    /**
     * A kind of file.
     *
     * @param type that it is read as
     * @param keys that it may have besides, each with the words it may be; none for any
     */
    public record FileKind(Class<? extends Record> type, Map<String, List<String>> keys) {
        private Map<String, Object> schema(SchemaDefinitions definitions) {
            Map<String, Object> more = new LinkedHashMap<>();
            keys.forEach(
                    (key, words) -> more.put(key, words.isEmpty() ? Map.of("type", "string") : Map.of("enum", words)));
            return RecordShape.of(type).mapping(definitions, more, List.of());
        }
    }

    /**
     * Of files of several kinds that may be laid over another file, which they name: then any key may be left out, and null takes one away.
     *
     * @param base key of the name of the file below
     */
    public static Map<String, Object> ofLaidOver(String title, String base, List<FileKind> kinds) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("if", Map.of("required", List.of(base)));
        choice.put("then", any(kinds, new SchemaDefinitions(true, definitions)));
        choice.put("else", any(kinds, new SchemaDefinitions(false, definitions)));
        return whole(title, choice, definitions);
    }

    private static Object any(List<FileKind> kinds, SchemaDefinitions definitions) {
        return SchemaDefinitions.anyOf(
                kinds.stream().map(kind -> kind.schema(definitions)).toList());
    }

    private static Map<String, Object> whole(
            String title, Map<String, Object> schema, Map<String, Object> definitions) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", title);
        whole.putAll(schema);
        whole.put("$defs", definitions);
        return whole;
    }
}
