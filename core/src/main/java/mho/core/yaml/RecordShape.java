package mho.core.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping whose keys are the components of a record. Described once for each class, when first needed. */
final class RecordShape implements ValueShape {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    // Found late, because records may contain themselves.
    private volatile @Nullable List<RecordField> fields;
    private volatile @Nullable Constructor<?> canonical;

    private RecordShape(Class<?> type) {
        this.type = type;
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    List<RecordField> fields() {
        List<RecordField> known = fields;
        if (known == null) {
            known = Arrays.stream(type.getRecordComponents())
                    .map(RecordField::of)
                    .toList();
            fields = known;
            checkDistinct();
        }
        return known;
    }

    /** Every key of the mapping, those of inlined records included. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        collectKeys(keys);
        return keys;
    }

    private boolean collectKeys(Set<String> keys) {
        boolean distinct = true;
        for (RecordField field : fields()) {
            distinct &= (field.shape() instanceof RecordShape record && field.inline())
                    ? record.collectKeys(keys)
                    : keys.add(field.key());
        }
        return distinct;
    }

    private void checkDistinct() {
        if (!collectKeys(new LinkedHashSet<>())) {
            fields = null;
            throw new IllegalArgumentException(type.getName() + " has two components with the same key");
        }
    }

    @Override
    public Object bind(YamlNode node, Path path) {
        if (!(node instanceof MapNode map)) {
            throw BadInput.at(
                    node.mark(),
                    path.toString(),
                    "expected a mapping such as " + example() + ", found " + node.describe());
        }
        List<BadInput> problems = new ArrayList<>();
        Set<String> misspelt = refuseUnknownKeys(map, path, problems);
        Sources.check(map, keys(), path, problems);
        Object value = new MappingReader(map, path, misspelt, problems).construct(this);
        if (value == null || !problems.isEmpty()) {
            throw BadInput.all(problems);
        }
        return value;
    }

    /** Returns the keys that were probably meant. */
    private Set<String> refuseUnknownKeys(MapNode map, Path path, List<BadInput> problems) {
        Set<String> known = keys();
        Set<String> meant = new HashSet<>();
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key) && !Sources.isAboutSources(key)) {
                problems.add(BadInput.at(
                        entry.keyMark(),
                        path.key(key).toString(),
                        "unknown key" + UnknownKey.remedy(key, known, path) + UnknownKey.commaHint(entry.value())));
                meant.add(Objects.requireNonNullElse(Spelling.closest(key, known), ""));
            }
        });
        return meant;
    }

    private Constructor<?> canonical() throws NoSuchMethodException {
        Constructor<?> known = canonical;
        if (known == null) {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            known = type.getDeclaredConstructor(types);
            known.setAccessible(true);
            canonical = known;
        }
        return known;
    }

    /** The record of these components; throws what its constructor throws. */
    Object newInstance(@Nullable Object[] values) {
        try {
            return canonical().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    @Override
    public YamlNode filled(YamlNode node) {
        return node instanceof MapNode map ? fill(map) : node;
    }

    @Override
    public YamlNode inherited(YamlNode base, YamlNode over) {
        return base instanceof MapNode under && over instanceof MapNode map ? inherit(under, map) : base;
    }

    private MapNode inherit(MapNode base, MapNode over) {
        MapNode left = base;
        for (RecordField field : fields()) {
            YamlNode below = left.get(field.key());
            YamlNode above = over.get(field.key());
            if (field.inline() && field.shape() instanceof RecordShape record) {
                left = record.inherit(left, over);
            } else if (below != null && above != null) {
                left = left.put(field.key(), field.shape().inherited(below, above));
            }
        }
        return left;
    }

    private MapNode fill(MapNode map) {
        MapNode filled = map;
        for (RecordField field : fields()) {
            YamlNode present = map.get(field.key());
            YamlNode stated = present != null ? present : field.defaultNode();
            if (field.inline() && field.shape() instanceof RecordShape record) {
                filled = record.fill(filled);
            } else if (stated != null) {
                filled = filled.put(field.key(), field.shape().filled(stated));
            } else {
                filled = filled.without(field.key());
            }
        }
        return filled;
    }

    @Override
    public String example() {
        String required = fields().stream()
                .filter(field -> field.required() && !field.inline())
                .limit(2)
                .map(field -> field.key() + ": " + brief(field.shape()))
                .collect(Collectors.joining(", "));
        return required.isEmpty() ? "{…}" : "{" + required + ", …}";
    }

    private static String brief(ValueShape shape) {
        return shape instanceof RecordShape || shape instanceof ChoiceShape
                ? "{…}"
                : shape instanceof ListShape ? "[…]" : shape.example();
    }

    @Override
    public String type() {
        return "mapping";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.refer(type, () -> mapping(definitions, Map.of(), List.of()));
    }

    /**
     * A mapping of this record's keys and of others.
     *
     * @param more schemas of the others
     * @param needed those of them that must be there
     */
    Map<String, Object> mapping(SchemaDefinitions definitions, Map<String, Object> more, List<String> needed) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        List<String> required = new ArrayList<>(needed);
        addProperties(definitions, properties, required);
        Sources.schema(definitions).forEach(properties::putIfAbsent);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        // of an inherited mapping of another kind, keys are taken away by null
        schema.put("additionalProperties", definitions.laidOver() ? Map.of("type", "null") : false);
        if (!required.isEmpty() && !definitions.laidOver()) {
            schema.put("required", required);
        }
        return schema;
    }

    private void addProperties(SchemaDefinitions definitions, Map<String, Object> properties, List<String> required) {
        for (RecordField field : fields()) {
            if (field.inline() && field.shape() instanceof RecordShape record) {
                record.addProperties(definitions, properties, required);
            } else {
                properties.put(field.key(), field.schema(definitions));
                if (field.required() && field.listedAt() == null) {
                    required.add(field.key());
                }
            }
        }
    }
}
