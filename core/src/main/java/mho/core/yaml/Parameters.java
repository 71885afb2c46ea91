package mho.core.yaml;

import java.util.ArrayList;
import java.util.List;

/** Lists what may be written in a file that is read as some record. */
public final class Parameters {
    private final List<Parameter> found = new ArrayList<>();
    private final List<Shape> open = new ArrayList<>();

    private Parameters() {}

    /** Every parameter, in the order of the components, those of every kind of a family included. */
    public static List<Parameter> of(Class<?> type) {
        Parameters parameters = new Parameters();
        parameters.addAll(Shapes.of(type), "", "");
        return List.copyOf(parameters.found);
    }

    /** The parameters inside a shape; a single value has none. */
    private void addAll(Shape shape, String path, String when) {
        if (open.contains(shape)) {
            return; // a family inside itself, such as a group of layers among layers
        }
        open.add(shape);
        if (shape instanceof RecordShape record) {
            addFields(record, path, when);
        } else if (shape instanceof ChoiceShape choice) {
            choice.kinds().forEach((kind, record) -> addKind(choice, kind, record, path, when));
        } else if (shape instanceof ListShape list) {
            addAll(list.item(), path + "[]", when);
        } else if (shape instanceof MapShape map) {
            addAll(map.value(), below(path, "*"), when);
        }
        open.remove(open.size() - 1);
    }

    private void addKind(ChoiceShape choice, String kind, RecordShape record, String path, String when) {
        if (choice.kindIsKey()) {
            addAll(record, below(path, kind), when);
        } else if (choice.goesWithoutSaying()) {
            addAll(record, path, when);
        } else {
            String condition = below(path, "kind") + " = " + kind;
            addAll(record, path, when.isEmpty() ? condition : when + ", " + condition);
        }
    }

    private void addFields(RecordShape record, String path, String when) {
        for (Field field : record.fields()) {
            if (field.inline()) {
                addAll(field.shape(), path, when);
            } else {
                addField(field, below(path, field.key()), when);
            }
        }
    }

    private void addField(Field field, String path, String when) {
        if (field.shape() instanceof ChoiceShape choice && !choice.goesWithoutSaying()) {
            found.add(parameter(field, choice.kindIsKey() ? path : path + ".kind", when));
        } else if (isValue(innermost(field.shape())) || field.shape() instanceof RawShape) {
            found.add(parameter(field, path, when));
        }
        addAll(field.shape(), path, when);
    }

    private static Parameter parameter(Field field, String path, String when) {
        Shape inner = innermost(field.shape());
        boolean structured = field.shape() instanceof ChoiceShape;
        return new Parameter(
                path,
                field.shape().type(),
                field.unit(),
                structured ? null : field.defaultText(),
                field.required(),
                field.doc(),
                inner instanceof NumberShape,
                when);
    }

    private static Shape innermost(Shape shape) {
        if (shape instanceof ListShape list) {
            return innermost(list.item());
        }
        return shape instanceof MapShape map ? innermost(map.value()) : shape;
    }

    private static boolean isValue(Shape shape) {
        return !(shape instanceof RecordShape || shape instanceof ChoiceShape || shape instanceof RawShape);
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
