package mho.arch.chip;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.core.yaml.RecordComponents;
import mho.periphery.model.NoGap;
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
        for (RecordComponent component : RecordComponents.of(record.getClass())) {
            Object value = ChipPart.value(record, component);
            if (value instanceof Record within) {
                visit(within, ChipPart.below(path, component), absent);
            } else if (value instanceof Map) {
                ChipPart.named(value)
                        .forEach((name, part) -> visit(part, ChipPart.below(path, component) + "." + name, absent));
            } else if (value == null
                    && PricedPart.class.isAssignableFrom(component.getType())
                    && !component.getType().isAnnotationPresent(NoGap.class)) {
                absent.add(ChipPart.below(path, component));
            }
        }
    }
}
