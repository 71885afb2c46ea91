package mho.arch.chip;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mho.arch.element.Problems;
import mho.core.quantity.MessageText;
import mho.core.yaml.Spelling;
import mho.periphery.neuron.FunctionUnit;
import mho.periphery.neuron.UnitOperation;
import mho.workloads.network.ScalarOperation;

/** Whether the named units of a tile go together: every operation is known, and one unit does it. */
final class FunctionUnitChecks {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final List<String> KNOWN =
            Arrays.stream(ScalarOperation.values()).map(ScalarOperation::label).toList();

    private final Problems problems;
    /** Of every operation, the unit that does it. */
    private final Map<String, String> doneBy = new HashMap<>();

    private FunctionUnitChecks(Problems problems) {
        this.problems = problems;
    }

    static void check(FunctionUnits units, Problems problems) {
        FunctionUnitChecks checks = new FunctionUnitChecks(problems);
        units.named().forEach(checks::unit);
    }

    private void unit(String name, FunctionUnit unit) {
        String path = FunctionUnits.part(name);
        if (!NAME.matcher(name).matches()) {
            problems.refuse(
                    "tile.units",
                    "a unit cannot be called %s: its name is of small letters, digits and dashes, as in vfu"
                            .formatted(MessageText.quoted(name)));
            return;
        }
        if (unit.operations().isEmpty()) {
            problems.refuse(
                    path + ".operations",
                    "lists none, and the unit would do nothing; there are " + String.join(", ", KNOWN));
        }
        unit.operations()
                .forEach((operation, how) -> operation(name, path + ".operations." + operation, operation, how));
        boolean priced = unit.cost().energy() != null || unit.cost().power() != null;
        if (priced
                && !unit.operations().isEmpty()
                && unit.operations().values().stream().allMatch(UnitOperation::isPriced)) {
            String key = unit.cost().energy() != null ? ".energy" : ".power";
            problems.refuse(
                    path + key,
                    "is for operations that state no energy, and all of them do; take it away, or theirs (%s%s=null)"
                            .formatted(path, key));
        }
    }

    private void operation(String unit, String path, String operation, UnitOperation how) {
        if (!KNOWN.contains(operation)) {
            String meant = Spelling.closest(operation, KNOWN);
            problems.refuse(
                    path,
                    "no such operation%s; there are %s"
                            .formatted(
                                    meant == null ? "" : ", did you mean \"" + meant + "\"?",
                                    String.join(", ", KNOWN)));
        }
        String other = doneBy.putIfAbsent(operation, unit);
        if (other != null) {
            problems.refuse(
                    path,
                    "%s does it, too; one unit of a tile does an operation: take it out of one of the two lists"
                            .formatted(FunctionUnits.part(other)));
        }
        if (how.cost().power() != null) {
            problems.refuse(path + ".power", "power is that of the unit; state the energy of one operation");
        }
        if (how.cost().model() != null) {
            problems.refuse(path + ".model", "no model prices an operation of a unit; state its energy");
        }
    }
}
