package mho.arch.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mho.core.cost.Action;
import mho.periphery.neuron.FunctionUnit;
import mho.workloads.network.ScalarOperation;
import org.jspecify.annotations.Nullable;

/**
 * The units of a tile that a chip file names, with the operations that each takes over; what none of them lists is done by
 * activation, pool and shift-add.
 */
public record FunctionUnits(Map<String, FunctionUnit> named) {
    public static final FunctionUnits NONE = new FunctionUnits(Map.of());

    /** The path of a unit in a chip file. */
    public static String part(String unit) {
        return "tile.units." + unit;
    }

    public static Action action(String unit, ScalarOperation operation) {
        return new Action(part(unit), operation.label());
    }

    public FunctionUnit unit(String name) {
        FunctionUnit unit = named.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("the tile has no unit " + name);
        }
        return unit;
    }

    /** The unit that does an operation; null where that is left to activation, pool and shift-add. */
    public @Nullable String doing(ScalarOperation operation) {
        for (Map.Entry<String, FunctionUnit> unit : named.entrySet()) {
            if (unit.getValue().operations().containsKey(operation.label())) {
                return unit.getKey();
            }
        }
        return null;
    }

    public boolean does(ScalarOperation operation) {
        return doing(operation) != null;
    }

    /** The functions that they have taken over. */
    public Set<ScalarOperation> functions() {
        return Arrays.stream(ScalarOperation.values())
                .filter(ScalarOperation::isFunction)
                .filter(this::does)
                .collect(Collectors.toSet());
    }

    /** What a unit does, in the order in which a window needs it. */
    static List<ScalarOperation> operations(FunctionUnit unit) {
        List<ScalarOperation> all = new ArrayList<>();
        for (ScalarOperation operation : ScalarOperation.values()) {
            if (unit.operations().containsKey(operation.label())) {
                all.add(operation);
            }
        }
        return all;
    }
}
