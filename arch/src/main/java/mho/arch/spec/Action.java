package mho.arch.spec;

/**
 * What parts do, as the ledger counts it. A part is named by its path in the chip file, so that an action, its price, its source and
 * the knobs that change it are found under one name.
 */
public enum Action {
    CELL_READ("tile.core.array", "cell read"),
    ROW_DRIVE("tile.core.driver", "row phase"),
    INTEGRATE("tile.core.integration", "column phase"),
    CONVERT("tile.core.adc", "conversion"),
    RAMP("tile.core.adc.generator", "ramp"),
    CORE_ADD("tile.core.shift-add", "add"),
    INPUT_REGISTER("tile.core.input-register", "byte"),
    OUTPUT_REGISTER("tile.core.output-register", "byte"),
    CONTROL("tile.core.control", "vector"),
    BUFFER_READ("tile.buffer", "read access"),
    BUFFER_WRITE("tile.buffer", "write access"),
    BUS("tile.bus", "bit"),
    ACTIVATE("tile.activation", "evaluation"),
    COMPARE("tile.pool", "compare"),
    TILE_ADD("tile.shift-add", "add"),
    TILE_REGISTER("tile.output-register", "byte"),
    HOP("mesh", "hop"),
    LINK("link", "byte");

    private final String part;
    private final String verb;

    Action(String part, String verb) {
        this.part = part;
        this.verb = verb;
    }

    /** Path of the part in the chip file. */
    public String part() {
        return part;
    }

    /** What one action is; for the mesh, a flit or a value over one hop, as its kind has it. */
    public String verb() {
        return verb;
    }

    public static int count() {
        return values().length;
    }
}
