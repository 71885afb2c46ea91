package mho.arch.chip;

import java.lang.reflect.RecordComponent;
import java.util.List;
import mho.arch.element.Told;
import mho.arch.element.Usual;
import mho.core.cost.Cost;
import mho.core.yaml.Unit;

/**
 * What a chip file says that nobody builds. Such a chip is simulated all the same, for studies may well lie beyond what is built; but a
 * slip of the pen is told.
 */
public final class UnusualFigures {
    private final ChipSpec chip;
    private final Told told = new Told();

    private UnusualFigures(ChipSpec chip) {
        this.chip = chip;
    }

    /** A sentence for each, with the path in the chip file; empty where all is as built. */
    public static List<String> of(ChipSpec chip, Inventory inventory) {
        UnusualFigures unusual = new UnusualFigures(chip);
        unusual.visit(chip, "");
        chip.element().tellUnusual(unusual.told);
        Proportions.tell(chip, inventory, unusual.told);
        UnscaledFigures.tell(chip, inventory, unusual.told);
        unusual.above("area of one chip", inventory.areaM2(), Usual.AREA, "m2", "more than a whole wafer");
        return unusual.told.sentences();
    }

    /** Bounds that hold of a figure wherever it stands, by its unit; and of some by their names. */
    private void visit(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = ChipPart.value(record, component);
            String at = ChipPart.below(path, component);
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
            case "Hz" -> above(path, value, Usual.CLOCK, unit, "faster than any clock on a chip");
            case "bit" -> above(path, value, Usual.WIDTH, unit, "wider than any port or bundle on a chip");
            case "S" -> above(
                    path, value, Usual.CONDUCTANCE, unit, "more than a cell with its access transistor conducts");
            case "V" -> above(path, value, Usual.VOLTAGE, unit, "more than any cell is read with");
            case "B" -> above(path, value, Usual.MEMORY, unit, "more than any chip's own memory");
            case "B/s" -> above(path, value, Usual.BANDWIDTH, unit, "more than any register or link carries");
            case "F" -> above(path, value, Usual.CAPACITANCE, unit, "more than any wire on a chip has");
            case "s" -> delay(path, value);
            default -> {
                // rates and shares have bounds of their own, below
            }
        }
    }

    /** Charge may stay for as long as it likes; what anything waits for may not. */
    private void delay(String path, double seconds) {
        if (!path.endsWith("droop-time")) {
            above(path, seconds, Usual.LONGEST_DELAY, "s", "longer than anything on a chip takes");
            if (seconds > 0) {
                below(path, seconds, Usual.SHORTEST_DELAY, "s", "shorter than a gate takes");
            }
        }
    }

    private void byName(String path, double value) {
        String arrays = "more than any array built";
        switch (path) {
            case "tile.core.array.rows", "tile.core.array.columns" -> {
                above(path, value, Usual.LINES, "", arrays);
                below(path, value, Usual.FEWEST_LINES, "", "fewer than any array built has");
            }
            case "tile.core.adc.bits" -> above(
                    path, value, Usual.CONVERTER_BITS, "", "more than noise leaves of any such converter");
            case "tile.core.driver.bits", "mesh.bits" -> above(
                    path, value, Usual.DRIVER_BITS, "", "more than noise leaves of any such driver");
            case "tile.core.driver.phases" -> above(
                    path, value, Usual.APPLIED, "", "more than any driver applies a vector");
            case "precision.values", "tile.core.weights.bits" -> above(
                    path, value, Usual.PRECISION, "", "more than anybody computes with in arrays");
            case "tile.core.array.cell.on-conductance" -> below(
                    path, value, Usual.LEAST_CONDUCTANCE, "S", "less than is told from nothing");
            case "tiles" -> above(path, value, Usual.TILES, "", "more than any such chip has");
            case "chips" -> above(path, value, Usual.CHIPS, "", "more than any system has");
            case "tile.cores", "tile.core.arrays" -> above(path, value, Usual.WITHIN, "", "more than any built");
            case "mesh.concentration" -> above(
                    path, value, Usual.CONCENTRATION, "", "more tiles than share any router");
            case "mesh.columns", "mesh.planes" -> above(path, value, Usual.ROUTERS, "", "more than any mesh has");
            case "mesh.router.ports" -> above(path, value, Usual.PORTS, "", "more than any router on a chip has");
            case "mesh.router.flit" -> above(path, value, Usual.FLIT, "bit", "wider than any network on a chip");
            case "tile.mac-steps" -> above(path, value, Usual.PASSES, "", "more than any two operands have bits");
            case "mesh.unit" -> below(path, value, 1 / Usual.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "tile.core.array.cell.bits" -> above(
                    path, value, Usual.CELL_BITS, "", "more than any cell of an array holds");
            case "tile.core.array.cell.levels" -> above(
                    path, value, Usual.LEVELS, "", "more than were told apart in any cell");
            case "tile.core.array.cell.programming-error",
                    "tile.core.array.cell.read-error",
                    "tile.core.array.cell.spread" -> above(
                    path, value, Usual.ERROR, "", "the whole window: nothing is stored");
            case "tile.core.array.read-time" -> below(
                    path, value, Usual.SHORTEST_READ, "s", "shorter than the wires of an array take");
            case "tile.core.adc.lsb" -> below(
                    path, value, 1 / Usual.CLOCK, "s", "shorter than a turn of any oscillator on a chip");
            case "tile.core.driver.unit" -> below(
                    path, value, 1 / Usual.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "tile.core.adc.step" -> below(
                    path, value, 1 / Usual.CONVERSIONS, "s", "faster than any comparator built");
            case "cycle" -> below(path, value, 1 / Usual.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "technology" -> {
                below(path, value, Usual.SMALLEST_FEATURE, "m", "smaller than any process");
                above(path, value, Usual.LARGEST_FEATURE, "m", "larger than any process");
            }
            case "temperature" -> {
                below(path, value, Usual.COLDEST, "K", "colder than circuits are made for");
                above(path, value, Usual.HOTTEST, "K", "hotter than circuits are made for");
            }
            default -> {
                if (path.endsWith(".length")) {
                    above(path, value, Usual.WIRE, "m", "longer than a wafer is wide");
                } else if (path.endsWith("-cycles")) {
                    above(path, value, Usual.CYCLES, "", "longer than anything in a pipeline takes");
                } else if (path.endsWith(".count") || path.endsWith(".banks") || path.endsWith(".lanes")) {
                    above(path, value, Usual.UNITS, "", "more than stand side by side in any chip");
                }
            }
        }
    }

    private void above(String path, double value, double most, String unit, String why) {
        told.above(path, value, most, unit, why);
    }

    private void below(String path, double value, double least, String unit, String why) {
        told.below(path, value, least, unit, why);
    }
}
