package mho.arch.element.crossbar;

import java.util.function.Function;
import mho.arch.element.Component;
import mho.arch.element.Surroundings;
import mho.arch.element.Told;
import mho.arch.element.Usual;
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
    private final Told told;

    CrossbarBounds(CrossbarCore core, Told told) {
        this.core = core;
        this.told = told;
    }

    /** Figures by themselves. */
    void alone() {
        reads();
        converters();
        levels();
    }

    /** Parts beside one another. */
    void proportions(Surroundings chip, Function<String, Component> parts) {
        idleConverters();
        cells(chip, parts);
    }

    /** What of it temperature should move, and does not. */
    void unscaled(double kelvin) {
        Device device = core.array().cell().made();
        if (kelvin != Technology.ROOM_K
                && device.drift() != null
                && device.drift().activation() == null) {
            told.add(
                    "temperature is %s, and the file of device %s has no activation energy: its drift stays as measured"
                            .formatted(Quantity.format(kelvin, "K"), device.device()));
        }
    }

    private void reads() {
        double phase = core.phaseSeconds();
        String why = "one read of an array with its driver and converter";
        told.below("phase of tile.core", phase, Usual.SHORTEST_READ, "s", why + " takes longer in any built");
        told.above("phase of tile.core", phase, Usual.LONGEST_READ, "s", why + " is shorter in any built");
    }

    private void converters() {
        double rate = core.adc().conversionsPerSecond(core.phaseSeconds());
        told.above("rate of tile.core.adc", rate, Usual.CONVERSIONS, "S/s", "faster than any converter built");
        double turns = core.adc().convertSeconds(core.adc().columnsPerConverter(core.columns()));
        told.above("conversion of a converter's columns", turns, Usual.LONGEST_CONVERSION, "s", "shorter in any built");
    }

    private void levels() {
        Cell cell = core.array().cell();
        Integer made = cell.made().levels();
        if (cell.levels() == null && made != null && made < 1 << cell.bits()) {
            told.add(
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
            told.add(
                    "tile.core.adc has %d converters for the %d columns of a core, and the columns take %d turns, as they would with %d converters (tile.core.adc.count=%d)"
                            .formatted(converters, columns, turns, needed, needed));
        }
    }

    private void cells(Surroundings chip, Function<String, Component> parts) {
        Cell cell = core.array().cell();
        Double on = either(cell.onConductance(), cell.made().onConductance());
        Double off = either(cell.offConductance(), cell.made().offConductance());
        if (on != null && off != null && off > 0) {
            told.below(
                    "on-conductance over off-conductance of tile.core.array.cell",
                    on / off,
                    ON_OFF,
                    "",
                    "less than any memory has");
        }
        double squares = chip.technology() * chip.technology() * core.array().cells();
        double area = parts.apply("tile.core.array").figures().areaM2();
        if (area > 0) {
            told.below(
                    "area of a cell of tile.core.array over F2", area / squares, CELL_AREA, "", "less than any built");
        }
    }

    private static @Nullable Double either(@Nullable Double own, @Nullable Double devices) {
        return own != null ? own : devices;
    }
}
