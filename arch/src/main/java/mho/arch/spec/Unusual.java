package mho.arch.spec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.core.cost.Cost;
import mho.core.quantity.Quantity;
import mho.core.yaml.Unit;
import mho.periphery.array.Cell;

/**
 * What a chip file says that nobody builds. Such a chip is simulated all the same, for studies may well lie beyond what is built; but a
 * slip of the pen is told. Each bound is the largest known, rounded generously.
 */
public final class Unusual {
    /** Lines of an array: beyond some thousand cells the drop along a wire exceeds any margin; published arrays have at most 1,024 to 4,096. */
    static final int LINES = 4096;

    /** One read of an array, seconds: its wires alone, some kilo-ohm and picofarad, take about so long to charge. */
    static final double SHORTEST_READ = 1e-9;

    /** One read of an array, seconds: inputs held for longer than this leak away from any capacitor that integrates them. */
    static final double LONGEST_READ = 1e-3;

    /** Conversions a second of one converter: the fastest published, interleaved many times, make about so many. */
    static final double CONVERSIONS = 100e9;

    /** Bits of a converter or driver: noise in a core's supply and columns is above the last bit of more. */
    static final int CONVERTER_BITS = 16;

    /** Bits of one cell: the best memories hold 256 levels apart in an array; thousands were shown on single devices. */
    static final int CELL_BITS = 8;

    /** Levels of one cell: 2,048 conductances of a device were told apart after denoising, none more (Rao et al. 2023). */
    static final int LEVELS = 2048;

    /** A clock, Hz: logic of any CMOS node stays below 10 GHz, oscillators of a converter may reach twice that. */
    static final double CLOCK = 20e9;

    /** A port or bundle, bits: stacked memory, the widest there is, has some thousand wires. */
    static final double WIDTH = 65536;

    /** A wire on a chip, metres: the diameter of a wafer. */
    static final double WIRE = 0.3;

    /** Conductance of one cell, siemens: below 100 ohm its access transistor is the larger resistance. */
    static final double CONDUCTANCE = 10e-3;

    /** Voltage of a read, volts: memories are programmed, not read, with more. */
    static final double VOLTAGE = 5;

    /** Feature size, metres: atoms on one side, the first processors of 1971 on the other. */
    static final double SMALLEST_FEATURE = 1e-9;

    static final double LARGEST_FEATURE = 10e-6;

    /** A memory in a tile or a core, bytes: a whole chip's of the largest kind. */
    static final double MEMORY = 1L << 30;

    /** Bytes a second of one register or link: ten times what a whole stack of memory gives. */
    static final double BANDWIDTH = 10e12;

    /** Standard deviation of an error over the window: the whole window, so that nothing is stored. */
    static final double ERROR = 1;

    /** Area of one chip, m2: a wafer's. */
    static final double AREA = 0.0707;

    private static final double ROUNDING = 1e-9;

    private final ChipSpec chip;
    private final List<String> told = new ArrayList<>();

    private Unusual(ChipSpec chip) {
        this.chip = chip;
    }

    /** A sentence for each, with the path in the chip file; empty where all is as built. */
    public static List<String> of(ChipSpec chip, Inventory inventory) {
        Unusual unusual = new Unusual(chip);
        unusual.visit(chip, "");
        unusual.reads();
        unusual.converters();
        unusual.levels();
        unusual.above("area of one chip", inventory.areaM2(), AREA, "m2", "more than a whole wafer");
        return List.copyOf(unusual.told);
    }

    private void reads() {
        double phase = chip.core().phaseSeconds();
        String why = "one read of an array with its driver and converter";
        below("phase of tile.core", phase, SHORTEST_READ, "s", why + " takes longer in any built");
        above("phase of tile.core", phase, LONGEST_READ, "s", why + " is shorter in any built");
    }

    private void converters() {
        Core core = chip.core();
        double rate = core.adc().conversionsPerSecond(core.phaseSeconds());
        above("rate of tile.core.adc", rate, CONVERSIONS, "S/s", "faster than any converter built");
        above(
                "tile.core.adc.bits",
                core.adc().bits(),
                CONVERTER_BITS,
                "",
                "more than noise leaves of any such converter");
        above(
                "tile.core.driver.bits",
                core.driver().bits(),
                CONVERTER_BITS,
                "",
                "more than noise leaves of any such driver");
    }

    private void levels() {
        Cell cell = chip.core().array().cell();
        Integer made = cell.made().levels();
        if (cell.levels() == null && made != null && made < 1 << cell.bits()) {
            told.add(
                    "tile.core.array.cell.bits is %d, which takes %d levels, and the device %s has %d (weights are rounded to those)"
                            .formatted(cell.bits(), 1 << cell.bits(), cell.device(), made));
        }
    }

    /** Bounds that hold of a figure wherever it stands, by its unit; and of some by their names. */
    private void visit(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Part.value(record, component);
            String at = Part.below(path, component);
            if (value instanceof Record within && !(value instanceof Cost)) {
                visit(within, at);
            } else if (value instanceof Number number) {
                Unit unit = component.getAnnotation(Unit.class);
                byUnit(at, number.doubleValue(), unit == null ? "" : unit.value());
                byName(at, number.doubleValue());
            }
        }
    }

    private void byUnit(String path, double value, String unit) {
        switch (unit) {
            case "Hz" -> above(path, value, CLOCK, unit, "faster than any clock on a chip");
            case "bit" -> above(path, value, WIDTH, unit, "wider than any port or bundle on a chip");
            case "S" -> above(path, value, CONDUCTANCE, unit, "more than a cell with its access transistor conducts");
            case "V" -> above(path, value, VOLTAGE, unit, "more than any cell is read with");
            case "B" -> above(path, value, MEMORY, unit, "more than any chip's own memory");
            case "B/s" -> above(path, value, BANDWIDTH, unit, "more than any register or link carries");
            default -> {
                // times, rates and shares have bounds of their own, below
            }
        }
    }

    private void byName(String path, double value) {
        String arrays = "more than any array built";
        switch (path) {
            case "tile.core.array.rows", "tile.core.array.columns" -> above(path, value, LINES, "", arrays);
            case "tile.core.array.cell.bits" -> above(
                    path, value, CELL_BITS, "", "more than any cell of an array holds");
            case "tile.core.array.cell.levels" -> above(
                    path, value, LEVELS, "", "more than were told apart in any cell");
            case "tile.core.array.cell.programming-error",
                    "tile.core.array.cell.read-error",
                    "tile.core.array.cell.spread" -> above(
                    path, value, ERROR, "", "the whole window: nothing is stored");
            case "tile.core.array.read-time" -> below(
                    path, value, SHORTEST_READ, "s", "shorter than the wires of an array take");
            case "tile.core.adc.lsb" -> below(
                    path, value, 1 / CLOCK, "s", "shorter than a turn of any oscillator on a chip");
            case "tile.core.driver.unit" -> below(
                    path, value, 1 / CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "tile.core.adc.step" -> below(path, value, 1 / CONVERSIONS, "s", "faster than any comparator built");
            case "cycle" -> below(path, value, 1 / CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "technology" -> {
                below(path, value, SMALLEST_FEATURE, "m", "smaller than any process");
                above(path, value, LARGEST_FEATURE, "m", "larger than any process");
            }
            default -> {
                if (path.endsWith(".length")) {
                    above(path, value, WIRE, "m", "longer than a wafer is wide");
                }
            }
        }
    }

    private void above(String path, double value, double most, String unit, String why) {
        if (value > most * (1 + ROUNDING)) {
            told.add(path + " is " + shown(value, unit) + ", " + why + " (usual: at most " + shown(most, unit) + ")");
        }
    }

    private void below(String path, double value, double least, String unit, String why) {
        if (value < least * (1 - ROUNDING)) {
            told.add(path + " is " + shown(value, unit) + ", " + why + " (usual: at least " + shown(least, unit) + ")");
        }
    }

    private static String shown(double value, String unit) {
        boolean count = unit.isEmpty() && value == Math.rint(value);
        return count ? String.format(Locale.ROOT, "%.0f", value) : Quantity.format(value, unit);
    }
}
