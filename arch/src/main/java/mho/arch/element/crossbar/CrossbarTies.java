package mho.arch.element.crossbar;

import static mho.core.cost.ScalingLaw.LINEAR;
import static mho.core.cost.ScalingLaw.NOTED;
import static mho.core.cost.ScalingLaw.RESTATE;
import static mho.core.cost.ScalingLaw.SAME;
import static mho.core.cost.ScalingLaw.SQUARE;

import java.util.List;
import mho.arch.element.ChipContext;
import mho.arch.element.FigureTie;
import mho.periphery.array.ArrayWires;
import org.jspecify.annotations.Nullable;

/** What the stated figures of a core's parts owe to one another: a row's wire is as long as the array has columns. */
record CrossbarTies(CrossbarCore core, ChipContext chip) {
    private static final String OHMIC = "E = G V^2 t";
    private static final String ADDER = "assumed: an adder has a cell a bit";
    private static final String CIRCUIT = "what it does for a vector is not published by part; it stays";

    List<FigureTie> all() {
        return List.of(
                new FigureTie(
                        "tile.core.array", "seconds a cell conducts", "s", () -> conduction(), LINEAR, SAME, OHMIC),
                new FigureTie(
                        "tile.core.array",
                        "mean conductance",
                        "S",
                        () -> core.array().cell().mean(),
                        LINEAR,
                        SAME,
                        OHMIC),
                new FigureTie(
                        "tile.core.driver",
                        "array.columns",
                        "1",
                        () -> core.array().columns(),
                        LINEAR,
                        LINEAR,
                        "E = C V^2 by the row's length; assumed: a driver is sized to its line"),
                new FigureTie(
                        "tile.core.driver",
                        "array.cell.read-voltage",
                        "V",
                        () -> core.driver().voltage() == null
                                ? core.array().cell().readVoltage()
                                : null,
                        SQUARE,
                        SAME,
                        "E = C V^2"),
                new FigureTie(
                        "tile.core.driver",
                        "driven ends of a row",
                        "1",
                        () -> drivenEnds(),
                        SAME,
                        LINEAR,
                        "a driver at each driven end; the line is charged once"),
                new FigureTie(
                        "tile.core.analog-link",
                        "array.columns",
                        "1",
                        () -> core.array().columns(),
                        LINEAR,
                        LINEAR,
                        "an amplifier drives the row's length; assumed: it is sized to its line"),
                new FigureTie(
                        "tile.core.integration",
                        "array.rows",
                        "1",
                        () -> core.array().rows(),
                        LINEAR,
                        LINEAR,
                        "a column's charge, and the capacitor that takes it, grow with its cells"),
                new FigureTie(
                        "tile.core.integration",
                        "array.cell.read-voltage",
                        "V",
                        () -> core.array().cell().readVoltage(),
                        NOTED,
                        NOTED,
                        "its charge, or its capacitor, follows: which of them is the designer's choice"),
                new FigureTie(
                        "tile.core.integration",
                        "mean conductance",
                        "S",
                        () -> core.array().cell().mean(),
                        NOTED,
                        NOTED,
                        "its charge, or its capacitor, follows: which of them is the designer's choice"),
                new FigureTie(
                        "tile.core.integration",
                        "seconds a cell conducts",
                        "s",
                        () -> conduction(),
                        NOTED,
                        NOTED,
                        "its charge, or its capacitor, follows: which of them is the designer's choice"),
                new FigureTie(
                        "tile.core.adc",
                        "seconds it counts",
                        "s",
                        () -> counting(),
                        LINEAR,
                        SAME,
                        "it draws its power while it counts"),
                new FigureTie(
                        "tile.core.adc.generator",
                        "adc.bits",
                        "1",
                        () -> core.adc().bits(),
                        RESTATE,
                        RESTATE,
                        "counter and ramp grow by no law with a source"),
                new FigureTie(
                        "tile.core.adc.generator",
                        "columns of a core",
                        "1",
                        () -> core.columns(),
                        NOTED,
                        NOTED,
                        "ramp and code reach every column; how much of its cost that is, is not published"),
                new FigureTie(
                        "tile.core.control",
                        "array.rows",
                        "1",
                        () -> core.array().rows(),
                        NOTED,
                        NOTED,
                        CIRCUIT),
                new FigureTie(
                        "tile.core.control",
                        "array.columns",
                        "1",
                        () -> core.array().columns(),
                        NOTED,
                        NOTED,
                        CIRCUIT),
                new FigureTie("tile.core.control", "arrays", "1", () -> core.arrays(), NOTED, NOTED, CIRCUIT),
                new FigureTie(
                        "tile.core.shift-add", "precision.partial-sums", "1", () -> sums(), LINEAR, LINEAR, ADDER));
    }

    private double conduction() {
        return core.driver().conductionSeconds(core.array().readSeconds());
    }

    private int sums() {
        return chip.sumBits();
    }

    private int drivenEnds() {
        ArrayWires wires = core.array().wires();
        return wires != null && wires.drive() == ArrayWires.Drive.BOTH_SIDES ? 2 : 1;
    }

    private @Nullable Object counting() {
        return core.adc().countingSeconds(core.integrationSeconds(chip.valueBits()));
    }
}
