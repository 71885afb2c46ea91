package mho.reports.metrics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * Whether every figure of a report is a number that can be: finite and not negative. Bounds of what files may state see to it; this is the
 * last line behind them, and asks every number of every record, so that a figure added later is asked too.
 */
final class FiniteFigures {
    /** Ratios in decibels: below zero where there is more error than signal, infinite where there is no error. */
    private static final String DECIBELS = "sqnrDb";

    private FiniteFigures() {}

    /** @throws ModelSaysNo which figure is none, and whose */
    static void check(Report report) {
        walk(report, "");
    }

    private static void walk(@Nullable Object what, String path) {
        if (what instanceof Double figure) {
            check(figure, path);
        } else if (what instanceof Long count) {
            check(count, path);
        } else if (what instanceof Integer count) {
            check(count, path);
        } else if (what instanceof List<?> list) {
            for (Object part : list) {
                walk(part, path);
            }
        } else if (what instanceof Map<?, ?> map) {
            map.forEach((key, value) -> walk(value, path + "." + key));
        } else if (what instanceof Record part && !(what instanceof LayerValues) || what instanceof Values) {
            fields((Record) what, named((Record) what, path));
        }
    }

    private static void fields(Record part, String path) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (!component.getName().equals(DECIBELS) && !component.getName().equals("seed")) {
                walk(read(part, component), path.isEmpty() ? component.getName() : path + "." + component.getName());
            }
        }
    }

    /** A row of a table is called by its name. */
    private static String named(Record part, String path) {
        return part instanceof LayerRow layer
                ? "layer " + layer.name()
                : part instanceof ComponentRow component ? "component " + component.name() : path;
    }

    private static @Nullable Object read(Record part, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(double figure, String path) {
        if (!(figure >= 0 && figure < Double.POSITIVE_INFINITY)) {
            throw new ModelSaysNo(
                    "%s comes out at %s, which no chip can have, so nothing is reported: a figure of the chip or of the network is out of proportion (mho show lists the chip's)"
                            .formatted(MessageText.plain(path), figure));
        }
    }
}
