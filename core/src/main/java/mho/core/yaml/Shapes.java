package mho.core.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import mho.core.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a Java type. A type without one is a mistake in the program: IllegalArgumentException. */
final class Shapes {
    private Shapes() {}

    static ValueShape of(Class<?> type) {
        return of(type, null, null);
    }

    /** Unit and range belong to the numbers in the type, wherever they are: in a list, they are those of each element. */
    static ValueShape of(Type type, @Nullable String unit, @Nullable Range range) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, unit, range);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class) {
            return new NumberShape(Integer.class, whole(unit), NumberBounds.of(range));
        }
        if (raw == long.class || raw == Long.class) {
            return new NumberShape(Long.class, whole(unit), NumberBounds.of(range));
        }
        if (raw == double.class || raw == Double.class) {
            return new NumberShape(Double.class, Dimension.of(unit == null ? "1" : unit), NumberBounds.of(range));
        }
        if (unit != null || range != null) {
            throw new IllegalArgumentException("a unit or a range on " + type + ", which is not a number");
        }
        return ofPlain(raw);
    }

    private static ValueShape ofGeneric(ParameterizedType type, @Nullable String unit, @Nullable Range range) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListShape(of(arguments[0], unit, range));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapShape(of(arguments[1], unit, range));
        }
        throw new IllegalArgumentException("no way to read a " + type + " from YAML, use List<T> or Map<String, T>");
    }

    private static ValueShape ofPlain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return new FlagShape();
        }
        if (type == String.class) {
            return new TextShape();
        }
        if (type.isEnum()) {
            return new EnumShape(type);
        }
        if (YamlNode.class.isAssignableFrom(type)) {
            return new RawShape(type);
        }
        if (type.isAnnotationPresent(OneOrNamed.class)) {
            return OneOrNamedShape.of(type);
        }
        if (type.isRecord()) {
            return RecordShape.of(type);
        }
        if (Kinds.isFamily(type)) {
            return ChoiceShape.of(type);
        }
        throw new IllegalArgumentException(
                "no way to read a " + type.getName() + " from YAML, use a record, an enum or a sealed interface");
    }

    private static Dimension whole(@Nullable String unit) {
        return unit == null || unit.equals("1") ? Dimension.COUNT : Dimension.of(unit);
    }
}
