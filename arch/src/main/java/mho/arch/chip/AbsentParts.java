package mho.arch.chip;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import mho.periphery.model.PricedPart;

/** Parts that a chip file may name and this one does not: nothing is simulated or charged for them, which is to be said. */
public final class AbsentParts {
    private AbsentParts() {}

    /** Their paths, in the order of the file. */
    public static List<String> of(ChipSpec chip) {
        List<String> absent = new ArrayList<>();
        visit(chip, "", absent);
        absent.addAll(chip.mesh().idealised());
        return absent;
    }

    private static void visit(Record record, String path, List<String> absent) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = ChipPart.value(record, component);
            if (value instanceof Record within) {
                visit(within, ChipPart.below(path, component), absent);
            } else if (value == null && PricedPart.class.isAssignableFrom(component.getType())) {
                absent.add(ChipPart.below(path, component));
            }
        }
    }
}
