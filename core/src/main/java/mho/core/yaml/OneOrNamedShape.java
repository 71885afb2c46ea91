package mho.core.yaml;

import java.util.List;
import java.util.Map;

/** A value, or a mapping by name, in one place: see {@link OneOrNamed}. */
final class OneOrNamedShape implements ValueShape {
    private static final ClassValue<OneOrNamedShape> KNOWN = new ClassValue<>() {
        @Override
        protected OneOrNamedShape computeValue(Class<?> type) {
            return new OneOrNamedShape(type);
        }
    };

    private final RecordShape record;
    private final RecordField one;
    private final RecordField named;

    private OneOrNamedShape(Class<?> type) {
        this.record = RecordShape.of(type);
        List<RecordField> fields = record.fields();
        if (fields.size() != 2
                || !(fields.get(1).shape() instanceof MapShape)
                || fields.stream().anyMatch(RecordField::required)) {
            throw new IllegalArgumentException(type.getName()
                    + " is one or named: it needs a value and a Map<String, T>, each of which may be null");
        }
        this.one = fields.get(0);
        this.named = fields.get(1);
    }

    static OneOrNamedShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    RecordField one() {
        return one;
    }

    ValueShape named() {
        return named.shape();
    }

    @Override
    public Object bind(YamlNode node, Path path) {
        boolean names = node instanceof MapNode;
        ValueShape shape = (names ? named : one).shape();
        Object value = shape.bind(node, path);
        try {
            return record.newInstance(names ? new Object[] {null, value} : new Object[] {value, null});
        } catch (IllegalArgumentException e) { // the record's own checks
            throw BadInput.at(node.mark(), path.toString(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public YamlNode filled(YamlNode node) {
        return named.shape().filled(node);
    }

    @Override
    public YamlNode inherited(YamlNode base, YamlNode over) {
        return named.shape().inherited(base, over);
    }

    @Override
    public String example() {
        return one.shape().example();
    }

    @Override
    public String type() {
        return one.shape().type();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.anyOf(
                List.of(one.shape().schema(definitions), named.shape().schema(definitions)));
    }
}
