package mho.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/** A sealed interface, or one of {@link OpenKinds}: a mapping whose {@code kind} (or only key) says which of its records it is. */
final class ChoiceShape implements ValueShape {
    private static final ClassValue<ChoiceShape> KNOWN = new ClassValue<>() {
        @Override
        protected ChoiceShape computeValue(Class<?> type) {
            return new ChoiceShape(type);
        }
    };

    private final Class<?> type;
    private final boolean kindIsKey;
    private final @Nullable String usual;
    private final Map<String, RecordShape> kinds = new LinkedHashMap<>();

    private ChoiceShape(Class<?> type) {
        this.type = type;
        this.kindIsKey = type.isAnnotationPresent(KindIsKey.class);
        OpenKinds open = type.getAnnotation(OpenKinds.class);
        this.usual = open == null || open.usual().isEmpty() ? null : open.usual();
        Kinds.of(type).forEach(this::addKind);
    }

    static ChoiceShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** In the order of their declaration. */
    Map<String, RecordShape> kinds() {
        return kinds;
    }

    boolean kindIsKey() {
        return kindIsKey;
    }

    /** Whether it is the kind that is meant where a file names none. */
    boolean isUsual(String kind) {
        return kind.equals(usual);
    }

    /** Whether the kind goes without saying: there is no other. */
    boolean goesWithoutSaying() {
        return usual != null && kinds.size() == 1;
    }

    private void addKind(Class<?> member) {
        Kind kind = member.getAnnotation(Kind.class);
        if (kind == null || !member.isRecord()) {
            throw new IllegalArgumentException(
                    member.getName() + " must be a record with @Kind to be read as a " + type.getSimpleName());
        }
        if (kinds.put(kind.value(), RecordShape.of(member)) != null) {
            throw new IllegalArgumentException("two records of kind " + kind.value() + " in " + type.getName());
        }
    }

    @Override
    public Object bind(YamlNode node, Path path) {
        return kindIsKey ? bindOnlyKey(node, path) : bindKind(node, path);
    }

    private Object bindKind(YamlNode node, Path path) {
        if (!(node instanceof MapNode map)) {
            throw BadInput.at(
                    node.mark(),
                    path.toString(),
                    "expected a mapping such as " + example() + ", found " + node.describe());
        }
        YamlNode kind = map.get("kind");
        if (kind == null && usual != null) {
            return record(usual, map.mark(), path).bind(map, path);
        }
        if (kind == null) {
            throw BadInput.at(map.mark(), path.toString(), "missing key \"kind\", one of " + names());
        }
        String name = ValueShape.text(kind, path.key("kind"), "one of " + names());
        return record(name, kind.mark(), path.key("kind")).bind(map.without("kind"), path);
    }

    private Object bindOnlyKey(YamlNode node, Path path) {
        if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            return record(scalar.text(), scalar.mark(), path)
                    .bind(MapNode.empty(scalar.mark()), path.key(scalar.text()));
        }
        if (!(node instanceof MapNode map)) {
            throw BadInput.at(node.mark(), path.toString(), "expected " + example() + ", found " + node.describe());
        }
        if (map.entries().size() != 1) {
            throw BadInput.at(
                    map.mark(),
                    path.toString(),
                    "expected one key as in " + example() + ", found "
                            + map.entries().size() + ": " + MessageText.plain(String.join(", ", map.keys())));
        }
        String name = map.keys().iterator().next();
        MapNode.Entry entry = map.entries().values().iterator().next();
        YamlNode body = entry.value().isNull() ? MapNode.empty(entry.keyMark()) : entry.value();
        return record(name, entry.keyMark(), path).bind(body, path.key(name));
    }

    private RecordShape record(String name, Mark mark, Path path) {
        RecordShape record = kinds.get(name);
        if (record == null) {
            String closest = Spelling.closest(name, kinds.keySet());
            String hint = closest == null ? "" : ", did you mean \"" + closest + "\"?";
            throw BadInput.at(
                    mark,
                    path.toString(),
                    "unknown kind " + MessageText.quoted(name) + ", expected one of " + names() + hint);
        }
        return record;
    }

    private String names() {
        return String.join(", ", kinds.keySet());
    }

    @Override
    public YamlNode filled(YamlNode node) {
        if (!(node instanceof MapNode map)) {
            return node;
        }
        if (kindIsKey) {
            return filledOnlyKey(map);
        }
        String kind = map.get("kind") instanceof ScalarNode stated ? stated.text() : usual;
        @Nullable RecordShape record = kind == null ? null : kinds.get(kind);
        return record == null ? map : record.filled(map);
    }

    @Override
    public YamlNode inherited(YamlNode base, YamlNode over) {
        if (kindIsKey || !(base instanceof MapNode under) || !(over instanceof MapNode map)) {
            return base;
        }
        String ours = under.get("kind") instanceof ScalarNode stated ? stated.text() : usual;
        String theirs = map.get("kind") instanceof ScalarNode stated ? stated.text() : ours;
        if (ours != null && !ours.equals(theirs)) {
            return MapNode.empty(under.mark());
        }
        RecordShape record = ours == null ? null : kinds.get(ours);
        return record == null ? base : record.inherited(base, over);
    }

    private MapNode filledOnlyKey(MapNode map) {
        MapNode filled = map;
        for (var entry : map.entries().entrySet()) {
            RecordShape record = kinds.get(entry.getKey());
            YamlNode value = entry.getValue().value();
            YamlNode body = value.isNull() ? MapNode.empty(value.mark()) : value;
            filled = record == null ? filled : filled.put(entry.getKey(), record.filled(body));
        }
        return filled;
    }

    @Override
    public String example() {
        String first = kinds.keySet().iterator().next();
        return kindIsKey ? "\"" + first + ": {…}\"" : "{kind: " + first + ", …}";
    }

    @Override
    public String type() {
        return "one of " + names();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.refer(type, () -> kindIsKey ? onlyKey(definitions) : byKind(definitions));
    }

    private Map<String, Object> byKind(SchemaDefinitions definitions) {
        List<Object> all = new ArrayList<>();
        kinds.forEach((name, record) -> all.add(record.mapping(
                definitions, Map.of("kind", Map.of("const", name)), name.equals(usual) ? List.of() : List.of("kind"))));
        return SchemaDefinitions.anyOf(all);
    }

    /** A kind that says no more may stand as a word. */
    private Map<String, Object> onlyKey(SchemaDefinitions definitions) {
        Map<String, Object> keys = new LinkedHashMap<>();
        kinds.forEach((name, record) ->
                keys.put(name, SchemaDefinitions.anyOf(List.of(record.schema(definitions), Map.of("type", "null")))));
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("type", "object");
        mapping.put("properties", keys);
        mapping.put("additionalProperties", false);
        mapping.put("minProperties", 1);
        mapping.put("maxProperties", 1);
        return SchemaDefinitions.anyOf(List.of(mapping, Map.of("enum", List.copyOf(kinds.keySet()))));
    }
}
