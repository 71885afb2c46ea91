package mho.core.cost;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.core.yaml.RecordComponents;
import org.jspecify.annotations.Nullable;

/** Parts without what they cost, so that two that differ in nothing else are equal. */
public final class WithoutCosts {
    private static final Cost NONE = new Cost(null, null, null, null, null, null, Map.of());

    private WithoutCosts() {}

    /** The same part, and the parts within it, with empty costs. */
    public static <T extends Record> T unpriced(T part) {
        return stripped(part, false, NONE);
    }

    /** The same part, it and the parts within it costing just so. */
    public static <T extends Record> T priced(T part, Cost cost) {
        return stripped(part, false, cost);
    }

    /** The same with the figures that are {@link Untimed} left out too. */
    public static <T extends Record> T timed(T part) {
        return stripped(part, true, NONE);
    }

    private static <T extends Record> T stripped(T part, boolean timed, Cost cost) {
        List<RecordComponent> components = RecordComponents.of(part.getClass());
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = components.get(i);
            boolean dropped = timed && component.isAnnotationPresent(Untimed.class);
            values[i] = dropped ? null : bare(value(part, component), timed, cost);
        }
        return made(part, components, values);
    }

    private static @Nullable Object bare(@Nullable Object value, boolean timed, Cost cost) {
        if (value instanceof Cost) {
            return cost;
        }
        if (value instanceof Map<?, ?> named) {
            Map<Object, @Nullable Object> bare = new LinkedHashMap<>();
            named.forEach((name, part) -> bare.put(name, bare(part, timed, cost)));
            return Collections.unmodifiableMap(bare);
        }
        return value instanceof Record within ? stripped(within, timed, cost) : value;
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }

    @SuppressWarnings("unchecked") // a constructor of the part's own class
    private static <T extends Record> T made(T part, List<RecordComponent> components, @Nullable Object[] values) {
        try {
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = part.getClass().getDeclaredConstructor(types);
            return (T) Objects.requireNonNull(canonical.newInstance(values));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(part.getClass().getSimpleName() + " cannot be without its costs", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part.getClass().getSimpleName() + " is not public", e);
        }
    }
}
