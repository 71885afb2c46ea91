package mho.arch.spec;

import static mho.core.cost.Law.LINEAR;
import static mho.core.cost.Law.NOTED;
import static mho.core.cost.Law.RESTATE;
import static mho.core.cost.Law.SAME;
import static mho.core.cost.Law.SQUARE;

import java.util.List;
import java.util.function.Function;
import mho.core.cost.Law;
import mho.periphery.array.ArrayWires;
import org.jspecify.annotations.Nullable;

/**
 * What the stated figures of one part owe to another, or to the chip: a row's wire is as long as the array has columns. What of a chip
 * stands neither here nor in a law of the part itself, no stated figure follows; node and temperature stand in {@link mho.periphery.model.Circuit}.
 */
record Elsewhere(
        String part,
        String what,
        String unit,
        Function<ChipSpec, @Nullable Object> value,
        Law energy,
        Law area,
        String why) {

    private static final String OHMIC = "E = G V^2 t";
    private static final String ADDER = "assumed: an adder has a cell a bit";
    private static final String CIRCUIT = "what it does for a vector is not published by part; it stays";

    static final List<Elsewhere> ALL = List.of(
            new Elsewhere(
                    "tile.core.array", "seconds a cell conducts", "s", Elsewhere::conduction, LINEAR, SAME, OHMIC),
            new Elsewhere(
                    "tile.core.array",
                    "mean conductance",
                    "S",
                    c -> c.core().array().cell().mean(),
                    LINEAR,
                    SAME,
                    OHMIC),
            new Elsewhere(
                    "tile.core.driver",
                    "array.columns",
                    "1",
                    ChipSpec::arrayColumns,
                    LINEAR,
                    LINEAR,
                    "E = C V^2 by the row's length; assumed: a driver is sized to its line"),
            new Elsewhere(
                    "tile.core.driver",
                    "array.cell.read-voltage",
                    "V",
                    c -> c.core().driver().voltage() == null
                            ? c.core().array().cell().readVoltage()
                            : null,
                    SQUARE,
                    SAME,
                    "E = C V^2"),
            new Elsewhere(
                    "tile.core.driver",
                    "driven ends of a row",
                    "1",
                    Elsewhere::drivenEnds,
                    SAME,
                    LINEAR,
                    "a driver at each driven end; the line is charged once"),
            new Elsewhere(
                    "tile.core.integration",
                    "array.rows",
                    "1",
                    ChipSpec::arrayRows,
                    LINEAR,
                    LINEAR,
                    "a column's charge, and the capacitor that takes it, grow with its cells"),
            new Elsewhere(
                    "tile.core.integration",
                    "array.cell.read-voltage",
                    "V",
                    c -> c.core().array().cell().readVoltage(),
                    NOTED,
                    NOTED,
                    "its charge, or its capacitor, follows: which of them is the designer's choice"),
            new Elsewhere(
                    "tile.core.integration",
                    "mean conductance",
                    "S",
                    c -> c.core().array().cell().mean(),
                    NOTED,
                    NOTED,
                    "its charge, or its capacitor, follows: which of them is the designer's choice"),
            new Elsewhere(
                    "tile.core.integration",
                    "seconds a cell conducts",
                    "s",
                    Elsewhere::conduction,
                    NOTED,
                    NOTED,
                    "its charge, or its capacitor, follows: which of them is the designer's choice"),
            new Elsewhere(
                    "tile.core.adc",
                    "seconds it counts",
                    "s",
                    Elsewhere::counting,
                    LINEAR,
                    SAME,
                    "it draws its power while it counts"),
            new Elsewhere(
                    "tile.core.adc.generator",
                    "adc.bits",
                    "1",
                    c -> c.core().adc().bits(),
                    RESTATE,
                    RESTATE,
                    "counter and ramp grow by no law with a source"),
            new Elsewhere(
                    "tile.core.adc.generator",
                    "columns of a core",
                    "1",
                    c -> c.core().columns(),
                    NOTED,
                    NOTED,
                    "ramp and code reach every column; how much of its cost that is, is not published"),
            new Elsewhere("tile.core.control", "array.rows", "1", ChipSpec::arrayRows, NOTED, NOTED, CIRCUIT),
            new Elsewhere("tile.core.control", "array.columns", "1", ChipSpec::arrayColumns, NOTED, NOTED, CIRCUIT),
            new Elsewhere("tile.core.control", "arrays", "1", c -> c.core().arrays(), NOTED, NOTED, CIRCUIT),
            new Elsewhere("tile.core.shift-add", "precision.partial-sums", "1", Elsewhere::sums, LINEAR, LINEAR, ADDER),
            new Elsewhere("tile.shift-add", "precision.partial-sums", "1", Elsewhere::sums, LINEAR, LINEAR, ADDER),
            new Elsewhere(
                    "tile.pool",
                    "precision.values",
                    "1",
                    ChipSpec::inputBits,
                    LINEAR,
                    LINEAR,
                    "assumed: a comparator has a cell a bit"),
            new Elsewhere(
                    "tile.activation",
                    "precision.values",
                    "1",
                    ChipSpec::inputBits,
                    NOTED,
                    NOTED,
                    "tables, logic and analog circuits grow by different laws"),
            new Elsewhere(
                    "tile.bus",
                    "cores",
                    "1",
                    c -> c.tile().bus().length() == null ? c.tile().cores() : null,
                    NOTED,
                    NOTED,
                    "it reaches every core; its length is not stated"),
            new Elsewhere(
                    "mesh.wires",
                    "tiles",
                    "1",
                    ChipSpec::tiles,
                    NOTED,
                    NOTED,
                    "it reaches every tile; its length is that of the stated chip"));

    /** What holds for the part at a path. */
    static List<Elsewhere> of(String path) {
        return ALL.stream().filter(e -> e.part.equals(path)).toList();
    }

    Change change(ChipSpec before, ChipSpec after) {
        return new Change(what, value.apply(before), value.apply(after), unit, energy, area, why);
    }

    private static double conduction(ChipSpec chip) {
        return chip.core().driver().conductionSeconds(chip.core().array().readSeconds());
    }

    private static int sums(ChipSpec chip) {
        return chip.precision().partialSums();
    }

    private static int drivenEnds(ChipSpec chip) {
        ArrayWires wires = chip.core().array().wires();
        return wires != null && wires.drive() == ArrayWires.Drive.BOTH_SIDES ? 2 : 1;
    }

    private static @Nullable Object counting(ChipSpec chip) {
        return chip.core().adc().countingSeconds(chip.core().integrationSeconds(chip.inputBits()));
    }
}
