package mho.arch.chip;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.Scales;
import mho.core.yaml.Inline;
import mho.core.yaml.Key;
import mho.core.yaml.OneOrNamed;
import mho.core.yaml.RecordComponents;
import mho.core.yaml.Spelling;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Technology;
import org.jspecify.annotations.Nullable;

/**
 * A priced part of a chip as its figures see it.
 *
 * @param type of its record
 * @param circuit what it is made of
 * @param parameters its own, by their path within the part
 */
record ChipPart(String path, Class<?> type, Circuit circuit, Cost cost, Map<String, Parameter> parameters) {

    /** One parameter: its value, null where it is not stated, its unit, and what figures owe to it. */
    record Parameter(@Nullable Object value, String unit, @Nullable Scales scales) {
        static Parameter of(RecordComponent component, @Nullable Object value) {
            Unit unit = component.getAnnotation(Unit.class);
            return new Parameter(value, unit == null ? "1" : unit.value(), component.getAnnotation(Scales.class));
        }
    }

    /** Every priced part of a chip, by its path. */
    static Map<String, ChipPart> of(ChipSpec chip) {
        Map<String, ChipPart> found = new LinkedHashMap<>();
        visit(chip, "", found);
        return found;
    }

    private static void visit(Record record, String path, Map<String, ChipPart> found) {
        Cost cost = null;
        for (RecordComponent component : RecordComponents.of(record.getClass())) {
            Object value = value(record, component);
            if (value instanceof Cost stated) {
                cost = stated;
            } else if (value instanceof Record within) {
                visit(within, below(path, component), found);
            } else {
                named(value).forEach((name, part) -> visit(part, below(path, component) + "." + name, found));
            }
        }
        if (cost != null) {
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            collect(record, "", parameters);
            found.put(path, new ChipPart(path, record.getClass(), made(record), cost, parameters));
        }
    }

    private static Circuit made(Record part) {
        if (part instanceof PricedPart made) {
            return made.circuit();
        }
        throw new IllegalStateException(part.getClass() + " has a cost and does not say what it is made of");
    }

    /** The process it is made in: the chip's, or a node of its own. */
    Technology process(ChipSpec chip) {
        Double node = cost.technology();
        return node == null ? chip.process() : chip.process().atNode(node);
    }

    /** The parameters of a part and of what stands in it, but not of the priced parts within. */
    private static void collect(Record record, String path, Map<String, Parameter> parameters) {
        for (RecordComponent component : RecordComponents.of(record.getClass())) {
            Object value = value(record, component);
            if (value instanceof Record within) {
                if (!(within instanceof Cost) && !isPriced(within)) {
                    collect(within, below(path, component), parameters);
                }
            } else if (!Record.class.isAssignableFrom(component.getType())) {
                parameters.put(below(path, component), Parameter.of(component, value));
            }
        }
    }

    private static boolean isPriced(Record record) {
        return RecordComponents.of(record.getClass()).stream().anyMatch(c -> c.getType() == Cost.class);
    }

    /** The parts of a mapping of parts by name; none of anything else. */
    static Map<String, Record> named(@Nullable Object value) {
        Map<String, Record> parts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> {
                if (part instanceof Record record) {
                    parts.put(String.valueOf(name), record);
                }
            });
        }
        return parts;
    }

    /** The path of a component of a record at a path. */
    static String below(String path, RecordComponent component) {
        if (component.isAnnotationPresent(Inline.class)
                || component.getDeclaringRecord().isAnnotationPresent(OneOrNamed.class)) {
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

    /** What its figures owe to what of it, and elsewhere, has changed. */
    static List<ParameterChange> changes(ChipPart was, ChipPart is, ChipSpec before, ChipSpec after) {
        List<ParameterChange> changes = new ArrayList<>();
        is.parameters.forEach((name, parameter) -> {
            Parameter old = was.parameters.get(name);
            Scales scales = parameter.scales();
            if (scales != null) {
                Object value = old == null ? null : old.value();
                changes.add(new ParameterChange(
                        name,
                        value,
                        parameter.value(),
                        parameter.unit(),
                        scales.energy(),
                        scales.area(),
                        scales.why()));
            }
        });
        changes.addAll(FigureDependencies.changes(is.path, before, after));
        return changes.stream().filter(ParameterChange::isOne).toList();
    }
}
