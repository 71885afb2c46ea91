package mho.core.yaml;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One component of a record and what its annotations say. */
record RecordField(
        String key,
        ValueShape shape,
        @Nullable YamlNode defaultNode,
        @Nullable String defaultText,
        boolean optional,
        boolean inline,
        @Nullable String listedAt,
        String doc,
        @Nullable String unit) {

    static RecordField of(RecordComponent component) {
        Unit unit = component.getAnnotation(Unit.class);
        Default stated = component.getAnnotation(Default.class);
        Doc doc = component.getAnnotation(Doc.class);
        Key key = component.getAnnotation(Key.class);
        ListedAt listed = component.getAnnotation(ListedAt.class);
        try {
            ValueShape shape = Shapes.of(
                    component.getGenericType(),
                    unit == null ? null : unit.value(),
                    component.getAnnotation(Range.class));
            boolean inline = component.isAnnotationPresent(Inline.class);
            if (inline && !(shape instanceof RecordShape)) {
                throw new IllegalArgumentException("@Inline is for records");
            }
            return new RecordField(
                    key == null ? Spelling.kebab(component.getName()) : key.value(),
                    shape,
                    stated == null ? null : node(stated.value()),
                    stated == null ? null : stated.value(),
                    isNullable(component),
                    inline,
                    listed == null ? null : listed.value(),
                    doc == null ? "" : doc.value(),
                    unit == null ? null : unit.value());
        } catch (IllegalArgumentException | BadInput e) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    private static YamlNode node(String text) {
        Mark mark = Mark.of("default");
        if (text.equals("{}")) {
            return MapNode.empty(mark);
        }
        return PlainScalar.isPlain(text) ? new ScalarNode(mark, text, false) : Composer.compose(mark, text);
    }

    private static boolean isNullable(RecordComponent component) {
        for (Annotation annotation : component.getAnnotatedType().getAnnotations()) {
            if (annotation instanceof Nullable) {
                return true;
            }
        }
        return false;
    }

    boolean required() {
        return defaultNode == null && !optional;
    }

    /** With what the key means, its unit and its default. */
    Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        StringBuilder told = new StringBuilder(doc);
        if (unit != null && !unit.equals("1")) {
            told.append(told.isEmpty() ? "" : "; ").append("in ").append(unit);
        }
        if (defaultText != null) {
            told.append(told.isEmpty() ? "" : "; ").append("default: ").append(defaultText);
        }
        if (!told.isEmpty()) {
            schema.put("description", told.toString());
        }
        Object value = listedAt == null
                ? shape.schema(definitions)
                : SchemaDefinitions.anyOf(List.of(shape.schema(definitions), Map.of("type", "string")));
        Object whole = optional ? SchemaDefinitions.orNull(value) : definitions.orNothing(value);
        ((Map<?, ?>) whole).forEach((key, said) -> schema.put((String) key, said));
        return schema;
    }
}
