package mho.reports.form.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.reports.figures.ChipFigures;
import org.jspecify.annotations.Nullable;

/** Axes that no figure changes with, wherever points differ in nothing else: a converter's bits where its power is stated. */
public final class IneffectiveAxes {
    private IneffectiveAxes() {}

    /** Their paths. */
    public static List<String> of(SweepTable table) {
        List<String> idle = new ArrayList<>();
        for (int axis = 0; axis < table.axes().size(); axis++) {
            if (isIdle(table, axis)) {
                idle.add(table.axes().get(axis));
            }
        }
        return idle;
    }

    private static boolean isIdle(SweepTable table, int axis) {
        Map<List<String>, SweepTable.Row> byTheOthers = new HashMap<>();
        boolean compared = false;
        for (SweepTable.Row row : table.rows()) {
            List<String> others = new ArrayList<>(row.settings());
            String own = others.remove(axis);
            SweepTable.Row first = byTheOthers.putIfAbsent(others, row);
            if (first != null && !first.settings().get(axis).equals(own)) {
                compared |= row.failure() == null;
                if (!result(table, first).equals(result(table, row))) {
                    return false;
                }
            }
        }
        return compared;
    }

    /** Figures, and why there are none. Bits that a converter lacks are read off the chip and no figure of what it does. */
    private static List<@Nullable Object> result(SweepTable table, SweepTable.Row row) {
        List<@Nullable Object> result = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (!table.columns().get(i).key().equals(ChipFigures.ADC_BITS_SHORT)) {
                result.add(row.metrics().get(i));
            }
        }
        result.add(row.failure());
        return result;
    }
}
