package mho.arch.element.crossbar;

import java.util.function.Function;
import mho.arch.element.ChipContext;
import mho.arch.element.Component;
import mho.arch.element.Remarks;
import mho.arch.element.UsualBounds;
import mho.core.quantity.Quantity;
import mho.periphery.array.Cell;
import mho.periphery.device.Device;
import mho.periphery.model.Technology;
import org.jspecify.annotations.Nullable;

/** What a core says that nobody builds. */
final class CrossbarBounds {
    /** Converters beyond those that take as many turns: a few more fill a last turn, more stand idle. */
    private static final double SPARE_CONVERTERS = 1.1;

    /** On over off conductance of a cell: magnetic junctions, which have the least of all memories, reach 2 to 3. */
    private static final double ON_OFF = 1.5;

    /** Area of a cell over F2: one cell in a layer takes 4 F2, of a stack of some hundred layers a hundredth of that. */
    private static final double CELL_AREA = 0.01;

    private final CrossbarCore core;
    private final Remarks remarks;

    CrossbarBounds(CrossbarCore core, Remarks remarks) {
        this.core = core;
        this.remarks = remarks;
    }

    /** A figure by itself. */
    void figure(String path, double value) {
        String arrays = "more than any array built";
        switch (path) {
            case "tile.core.array.rows", "tile.core.array.columns" -> {
                remarks.above(path, value, UsualBounds.LINES, "", arrays);
                remarks.below(path, value, UsualBounds.FEWEST_LINES, "", "fewer than any array built has");
            }
            case "tile.core.adc.bits" -> remarks.above(
                    path, value, UsualBounds.CONVERTER_BITS, "", "more than noise leaves of any such converter");
            case "tile.core.driver.phases" -> remarks.above(
                    path, value, UsualBounds.APPLIED, "", "more than any driver applies a vector");
            case "tile.core.array.cell.on-conductance" -> remarks.below(
                    path, value, UsualBounds.LEAST_CONDUCTANCE, "S", "less than is told from nothing");
            case "tile.core.array.cell.bits" -> remarks.above(
                    path, value, UsualBounds.CELL_BITS, "", "more than any cell of an array holds");
            case "tile.core.array.cell.levels" -> remarks.above(
                    path, value, UsualBounds.LEVELS, "", "more than were told apart in any cell");
            case "tile.core.array.cell.programming-error",
                    "tile.core.array.cell.read-error",
                    "tile.core.array.cell.spread" -> remarks.above(
                    path, value, UsualBounds.ERROR, "", "the whole window: nothing is stored");
            case "tile.core.array.read-time" -> remarks.below(
                    path, value, UsualBounds.SHORTEST_READ, "s", "shorter than the wires of an array take");
            case "tile.core.adc.lsb" -> remarks.below(
                    path, value, 1 / UsualBounds.CLOCK, "s", "shorter than a turn of any oscillator on a chip");
            case "tile.core.driver.unit" -> remarks.below(
                    path, value, 1 / UsualBounds.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "tile.core.adc.step" -> remarks.below(
                    path, value, 1 / UsualBounds.CONVERSIONS, "s", "faster than any comparator built");
            case "tile.core.driver.bits" -> remarks.above(
                    path, value, UsualBounds.DRIVER_BITS, "", "more than noise leaves of any such driver");
            case "tile.core.weights.bits" -> remarks.above(
                    path, value, UsualBounds.PRECISION, "", "more than anybody computes with in arrays");
            case "tile.core.arrays" -> remarks.above(path, value, UsualBounds.WITHIN, "", "more than any built");
            default -> {
                // bounded by its unit, or with others
            }
        }
    }

    /** What follows from its figures together. */
    void alone() {
        reads();
        converters();
        levels();
    }

    /** Parts beside one another. */
    void proportions(ChipContext chip, Function<String, Component> parts) {
        idleConverters();
        cells(chip, parts);
    }

    /** What of it temperature should move, and does not. */
    void unscaled(double kelvin) {
        Device device = core.array().cell().made();
        if (kelvin != Technology.ROOM_K
                && device.drift() != null
                && device.drift().activation() == null) {
            remarks.add(
                    "temperature is %s, and the file of device %s has no activation energy: its drift stays as measured"
                            .formatted(Quantity.format(kelvin, "K"), device.device()));
        }
    }

    private void reads() {
        double phase = core.phaseSeconds();
        String why = "one read of an array with its driver and converter";
        remarks.below("phase of tile.core", phase, UsualBounds.SHORTEST_READ, "s", why + " takes longer in any built");
        remarks.above("phase of tile.core", phase, UsualBounds.LONGEST_READ, "s", why + " is shorter in any built");
    }

    private void converters() {
        double rate = core.adc().conversionsPerSecond(core.phaseSeconds());
        remarks.above("rate of tile.core.adc", rate, UsualBounds.CONVERSIONS, "S/s", "faster than any converter built");
        double turns = core.adc().convertSeconds(core.adc().columnsPerConverter(core.columns()));
        remarks.above(
                "conversion of a converter's columns",
                turns,
                UsualBounds.LONGEST_CONVERSION,
                "s",
                "shorter in any built");
    }

    private void levels() {
        Cell cell = core.array().cell();
        Integer made = cell.made().levels();
        if (cell.levels() == null && made != null && made < 1 << cell.bits()) {
            remarks.add(
                    "tile.core.array.cell.bits is %d, which takes %d levels, and the device %s has %d (weights are rounded to those)"
                            .formatted(cell.bits(), 1 << cell.bits(), cell.device(), made));
        }
    }

    /** Columns take turns: so many converters as there are turns for, and no more, have work in each. */
    private void idleConverters() {
        int columns = core.columns();
        int converters = core.adc().instances(columns);
        int turns = core.adc().columnsPerConverter(columns);
        int needed = (columns + turns - 1) / turns;
        if (converters > SPARE_CONVERTERS * needed) {
            remarks.add(
                    "tile.core.adc has %d converters for the %d columns of a core, and the columns take %d turns, as they would with %d converters (tile.core.adc.count=%d)"
                            .formatted(converters, columns, turns, needed, needed));
        }
    }

    private void cells(ChipContext chip, Function<String, Component> parts) {
        Cell cell = core.array().cell();
        Double on = either(cell.onConductance(), cell.made().onConductance());
        Double off = either(cell.offConductance(), cell.made().offConductance());
        if (on != null && off != null && off > 0) {
            remarks.below(
                    "on-conductance over off-conductance of tile.core.array.cell",
                    on / off,
                    ON_OFF,
                    "",
                    "less than any memory has");
        }
        double squares = chip.technology() * chip.technology() * core.array().cells();
        double area = parts.apply("tile.core.array").figures().areaM2();
        if (area > 0) {
            remarks.below(
                    "area of a cell of tile.core.array over F2", area / squares, CELL_AREA, "", "less than any built");
        }
    }

    private static @Nullable Double either(@Nullable Double own, @Nullable Double devices) {
        return own != null ? own : devices;
    }
}
