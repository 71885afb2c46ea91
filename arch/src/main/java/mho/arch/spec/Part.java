package mho.arch.spec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.Scales;
import mho.core.yaml.Inline;
import mho.core.yaml.Key;
import mho.core.yaml.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A priced part of a chip as its figures see it.
 *
 * @param type of its record
 * @param numbers its parameters, by their path within the part
 */
record Part(String path, Class<?> type, Cost cost, Map<String, Number> numbers) {

    /** One parameter: its value, null where it is not stated, and what figures owe to it. */
    record Number(@Nullable Double value, @Nullable Scales scales) {}

    /** Every priced part of a chip, by its path. */
    static Map<String, Part> of(ChipSpec chip) {
        Map<String, Part> found = new LinkedHashMap<>();
        visit(chip, "", found);
        return found;
    }

    private static void visit(Record record, String path, Map<String, Part> found) {
        Cost cost = null;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof Cost stated) {
                cost = stated;
            } else if (value instanceof Record within) {
                visit(within, below(path, component), found);
            }
        }
        if (cost != null) {
            Map<String, Number> numbers = new LinkedHashMap<>();
            collect(record, "", numbers);
            found.put(path, new Part(path, record.getClass(), cost, numbers));
        }
    }

    /** The numbers of a part and of what stands in it, but not of the priced parts within. */
    private static void collect(Record record, String path, Map<String, Number> numbers) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof Record within && !(value instanceof Cost) && !isPriced(within)) {
                collect(within, below(path, component), numbers);
            } else if (isNumber(component.getType())) {
                Double number = value instanceof java.lang.Number n ? Double.valueOf(n.doubleValue()) : null;
                numbers.put(below(path, component), new Number(number, component.getAnnotation(Scales.class)));
            }
        }
    }

    private static boolean isPriced(Record record) {
        return List.of(record.getClass().getRecordComponents()).stream().anyMatch(c -> c.getType() == Cost.class);
    }

    static boolean isNumber(Class<?> type) {
        return type == int.class
                || type == long.class
                || type == double.class
                || java.lang.Number.class.isAssignableFrom(type);
    }

    /** The path of a component of a record at a path. */
    static String below(String path, RecordComponent component) {
        if (component.isAnnotationPresent(Inline.class)) {
            return path;
        }
        Key key = component.getAnnotation(Key.class);
        String step = key == null ? Spelling.kebab(component.getName()) : key.value();
        return path.isEmpty() ? step : path + "." + step;
    }

    static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }

    /** What a figure owes to what of the part, and of others, has changed. */
    static List<Change> changes(Part was, Part is, ChipSpec before, ChipSpec after) {
        List<Change> changes = new ArrayList<>();
        is.numbers.forEach((name, number) -> {
            Number old = was.numbers.get(name);
            Scales scales = number.scales();
            if (scales != null && old != null) {
                changes.add(
                        new Change(name, old.value(), number.value(), scales.energy(), scales.area(), scales.why()));
            }
        });
        for (Elsewhere other : Elsewhere.ALL) {
            if (other.part().equals(is.path)) {
                changes.add(new Change(
                        other.what(),
                        other.value().apply(before),
                        other.value().apply(after),
                        other.energy(),
                        other.area(),
                        other.why()));
            }
        }
        return changes.stream().filter(Change::isOne).toList();
    }
}
