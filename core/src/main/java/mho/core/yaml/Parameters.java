package mho.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists what may be written in a file that is read as some record. */
public final class Parameters {
    private final List<Parameter> found = new ArrayList<>();
    private final List<ValueShape> open = new ArrayList<>();
    /** Paths whose keys may stand elsewhere instead: there or here they do. */
    private final Set<String> alternatives = new LinkedHashSet<>();

    private Parameters() {}

    /** Every parameter, in the order of the components, those of every kind of a family included. */
    public static List<Parameter> of(Class<?> type) {
        Parameters parameters = new Parameters();
        parameters.addAll(Shapes.of(type), "", "", false);
        return List.copyOf(parameters.found);
    }

    /** The paths of a file of some shape, those of its mappings included, as far as they are written without a number or a name. */
    static Set<String> paths(ValueShape file) {
        Parameters parameters = new Parameters();
        parameters.addAll(file, "", "", false);
        Set<String> paths = new LinkedHashSet<>();
        for (Parameter parameter : parameters.found) {
            String path = parameter.path();
            if (!path.contains("[]") && !path.contains("*")) {
                for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                    paths.add(path.substring(0, dot));
                }
                paths.add(path);
            }
        }
        return paths;
    }

    /**
     * The parameters inside a shape; a single value has none.
     *
     * @param mayLack whether what the shape is of need not be there
     */
    private void addAll(ValueShape shape, String path, String when, boolean mayLack) {
        if (open.contains(shape)) {
            return; // a family inside itself, such as a group of layers among layers
        }
        open.add(shape);
        if (shape instanceof RecordShape record) {
            addFields(record, path, when, mayLack);
        } else if (shape instanceof ChoiceShape choice) {
            choice.kinds().forEach((kind, record) -> addKind(choice, kind, record, path, when, mayLack));
        } else if (shape instanceof ListShape list) {
            addAll(list.item(), path + "[]", when, true);
        } else if (shape instanceof OneOrNamedShape either) {
            addAll(either.named(), path, when, true);
        } else if (shape instanceof MapShape map) {
            addAll(map.value(), below(path, "*"), when, true);
        }
        open.remove(open.size() - 1);
    }

    private void addKind(
            ChoiceShape choice, String kind, RecordShape record, String path, String when, boolean mayLack) {
        if (choice.kindIsKey()) {
            addAll(record, below(path, kind), when, true);
        } else if (choice.goesWithoutSaying()) {
            addAll(record, path, when, mayLack);
        } else {
            String condition =
                    below(path, "kind") + " = " + kind + (choice.isUsual(kind) ? Parameter.WHERE_NONE_IS_NAMED : "");
            addAll(record, path, when.isEmpty() ? condition : when + ", " + condition, mayLack);
        }
    }

    private void addFields(RecordShape record, String path, String when, boolean mayLack) {
        for (RecordField field : record.fields()) {
            if (field.listedAt() != null) {
                alternatives.add(field.listedAt());
                found.add(elsewhere(field, path, when));
            } else if (field.inline()) {
                addAll(field.shape(), path, when, mayLack);
            } else {
                addField(field, below(path, field.key()), when, mayLack);
            }
        }
    }

    private void addField(RecordField field, String path, String when, boolean mayLack) {
        boolean partMayLack = mayLack || !(field.required() || alternatives.contains(path));
        if (field.shape() instanceof ChoiceShape choice && !choice.goesWithoutSaying()) {
            boolean required = !choice.kindIsKey() || field.required();
            found.add(parameter(field, choice.kindIsKey() ? path : path + ".kind", when, required, partMayLack));
        } else if (isValue(innermost(field.shape())) || field.shape() instanceof RawShape) {
            found.add(parameter(field, path, when, field.required(), mayLack));
        }
        addAll(field.shape(), path, when, partMayLack);
    }

    /** One line for all the keys that another path lists. */
    private static Parameter elsewhere(RecordField field, String path, String when) {
        String there = field.listedAt() + ".…";
        return new Parameter(below(path, "…"), "as " + there, null, null, false, true, field.doc(), false, null, when);
    }

    private static Parameter parameter(
            RecordField field, String path, String when, boolean required, boolean partMayLack) {
        ValueShape inner = innermost(field.shape());
        boolean structured = field.shape() instanceof ChoiceShape;
        return new Parameter(
                path,
                field.shape().type(),
                field.unit(),
                structured ? null : field.defaultText(),
                required,
                partMayLack,
                field.doc(),
                inner instanceof NumberShape,
                inner instanceof NumberShape number ? number.bounds() : null,
                when);
    }

    private static ValueShape innermost(ValueShape shape) {
        if (shape instanceof ListShape list) {
            return innermost(list.item());
        }
        if (shape instanceof OneOrNamedShape either) {
            return innermost(either.one().shape());
        }
        return shape instanceof MapShape map ? innermost(map.value()) : shape;
    }

    private static boolean isValue(ValueShape shape) {
        return !(shape instanceof RecordShape || shape instanceof ChoiceShape || shape instanceof RawShape);
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
