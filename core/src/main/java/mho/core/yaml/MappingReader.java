package mho.core.yaml;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One mapping on its way into a record and those inlined in it. */
record MappingReader(MapNode map, Path path, Set<String> misspelt, List<BadInput> problems) {
    /** The record; null when there are problems, which have been added to the list. */
    @Nullable
    Object construct(RecordShape record) {
        List<RecordField> fields = record.fields();
        @Nullable Object[] values = new Object[fields.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            RecordField field = fields.get(i);
            try {
                values[i] = value(field);
            } catch (BadInput e) {
                problems.add(e);
            }
            complete &= values[i] != null || (field.optional() && map.get(field.key()) == null);
        }
        if (!complete) {
            return null;
        }
        try {
            return record.newInstance(values);
        } catch (BadInput | IllegalArgumentException e) { // the record's own checks
            problems.add(BadInput.at(map.mark(), path.toString(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable Object value(RecordField field) {
        if (field.inline() && field.shape() instanceof RecordShape record) {
            return construct(record);
        }
        YamlNode node = map.get(field.key());
        if (node != null) {
            return field.shape().bind(node, path.key(field.key()));
        }
        if (field.defaultNode() != null) {
            return defaultValue(field, field.defaultNode());
        }
        if (field.required() && !misspelt.contains(field.key())) {
            throw missing(field);
        }
        return null;
    }

    private Object defaultValue(RecordField field, YamlNode node) {
        try {
            return field.shape().bind(node, path.key(field.key()));
        } catch (BadInput e) {
            throw new IllegalStateException("the default of a parameter does not fit it: " + e.getMessage(), e);
        }
    }

    private BadInput missing(RecordField field) {
        String example = ", for example \"" + field.key() + ": " + field.shape().example() + "\"";
        MapNode.Entry empty = map.entries().get(field.key());
        return empty != null
                ? BadInput.at(empty.keyMark(), path.key(field.key()).toString(), "nothing is written here" + example)
                : BadInput.at(map.mark(), path.toString(), "missing key \"" + field.key() + "\"" + example);
    }
}
