package mho.arch.kinds;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mho.arch.chip.ChipSpec;
import mho.core.yaml.Kind;
import mho.core.yaml.Kinds;
import mho.core.yaml.Spelling;
import mho.core.yaml.YamlNode;
import mho.periphery.device.Device;
import mho.periphery.scheme.UpdateScheme;
import org.jspecify.annotations.Nullable;

/**
 * A kind that a chip file or a device file may name, found as whoever reads files finds it. What a part is made of counts as a kind, too,
 * where its key is {@code kind}.
 *
 * @param family of kinds
 * @param type its record, or its constant
 * @param name as files have it
 */
record ChipKind(Class<?> family, Object type, String name) {

    static Stream<ChipKind> all() {
        Set<ChipKind> found = new LinkedHashSet<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        visit(ChipSpec.class, found, seen);
        visit(Device.class, found, seen);
        return found.stream();
    }

    static Stream<ChipKind> of(Class<?> family) {
        return all().filter(kind -> kind.family() == family);
    }

    /** The first of a kind that stands anywhere in what was read from a file. */
    static @Nullable Object find(Object type, @Nullable Object read) {
        if (read == null || read.equals(type) || read.getClass() == type) {
            return read;
        }
        if (read instanceof Iterable<?> items) {
            for (Object item : items) {
                Object found = find(type, item);
                if (found != null) {
                    return found;
                }
            }
        }
        if (read instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object found = find(type, value(record, component));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static void visit(Class<?> type, Set<ChipKind> found, Set<Class<?>> seen) {
        if (type == UpdateScheme.class || YamlNode.class.isAssignableFrom(type) || !seen.add(type)) {
            return; // what is kept as it was written is bound elsewhere; what is heard only where values are learnt has
            // its contract beside it, in SchemeContractTest
        }
        if (Kinds.isFamily(type)) {
            for (Class<?> kind : Kinds.of(type)) {
                found.add(new ChipKind(
                        type,
                        kind,
                        Objects.requireNonNull(kind.getAnnotation(Kind.class), kind::getName)
                                .value()));
                visit(kind, found, seen);
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType().isEnum() && component.getName().equals("kind")) {
                    for (Object constant : component.getType().getEnumConstants()) {
                        String name = Spelling.kebab(((Enum<?>) constant).name());
                        found.add(new ChipKind(component.getType(), constant, name));
                    }
                }
                visit(component.getGenericType(), found, seen);
            }
        }
    }

    private static void visit(Type type, Set<ChipKind> found, Set<Class<?>> seen) {
        if (type instanceof Class<?> plain) {
            visit(plain, found, seen);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                visit(argument, found, seen);
            }
        }
    }

    /** Where its example stands among the test resources. */
    String file() {
        return Spelling.kebab(family.getSimpleName()) + "/" + name + ".yaml";
    }

    @Override
    public String toString() {
        return Spelling.kebab(family.getSimpleName()) + " " + name;
    }
}
