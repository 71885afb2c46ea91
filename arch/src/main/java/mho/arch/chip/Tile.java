package mho.arch.chip;

import java.util.Map;
import mho.arch.element.Element;
import mho.core.cost.Action;
import mho.core.cost.Gating;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.Register;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.FunctionUnit;
import mho.periphery.neuron.Neuron;
import org.jspecify.annotations.Nullable;

/**
 * A tile: cores around a buffer and a bus, with the digital units they share.
 *
 * @param gating a switch in front of all of it, for parts that have none of their own; its energy is that of one tile
 */
public record Tile(
        Buffer buffer,
        Wires bus,
        Neuron activation,
        DigitalUnit pool,
        @Key("shift-add") DigitalUnit shiftAdd,
        @Scales(why = "it is a count of actions")
                @Doc("Passes through shift-add that one digital multiply-accumulate takes")
                @Default("1")
                int macSteps,
        @Scales(why = "each says itself what its figures owe to what")
                @Doc("Units by name, which take over the operations that they list")
                @Nullable
                Map<String, FunctionUnit> units,
        @Nullable Register outputRegister,
        @Scales(why = "figures are those of one instance; the bus they share says so")
                @Doc("Cores of a tile")
                @Default("1")
                int cores,
        @Nullable Gating gating,
        Element core) {

    public static final Action BUFFER_READ = new Action("tile.buffer", "read access");
    public static final Action BUFFER_WRITE = new Action("tile.buffer", "write access");
    public static final Action BUS = new Action("tile.bus", "bit");
    public static final Action ACTIVATE = new Action("tile.activation", "evaluation");
    public static final Action COMPARE = new Action("tile.pool", "compare");
    public static final Action ADD = new Action("tile.shift-add", "add");
    public static final Action REGISTER = new Action("tile.output-register", "byte");

    /** The units that it has by name. */
    public FunctionUnits functionUnits() {
        return units == null ? FunctionUnits.NONE : new FunctionUnits(units);
    }
}
