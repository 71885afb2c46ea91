package mho.arch.chip;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import mho.arch.element.Remarks;
import mho.arch.element.UsualBounds;
import mho.core.cost.Cost;
import mho.core.yaml.RecordComponents;
import mho.core.yaml.Unit;

/**
 * What a chip file says that nobody builds. Such a chip is simulated all the same, for studies may well lie beyond what is built; but a
 * slip of the pen is told.
 */
public final class UnusualFigures {
    private final List<ChipFace> faces;
    private final Remarks remarks = new Remarks();

    private UnusualFigures(ChipSpec chip) {
        this.faces = chip.faces();
    }

    /** A sentence for each, with the path in the chip file; empty where all is as built. */
    public static List<String> of(ChipSpec chip, Inventory inventory) {
        UnusualFigures unusual = new UnusualFigures(chip);
        unusual.visit(chip, "");
        for (ChipFace face : chip.faces()) {
            face.chip().element().tellUnusual(unusual.remarks.of(face.path()));
        }
        Proportions.tell(chip, inventory, unusual.remarks);
        UnscaledFigures.tell(chip, inventory, unusual.remarks);
        unusual.above("area of one chip", inventory.areaM2(), UsualBounds.AREA, "m2", "more than a whole wafer");
        return unusual.remarks.sentences();
    }

    /** Bounds that hold of a figure wherever it stands, by its unit; and of some by their names. */
    private void visit(Record record, String path) {
        for (RecordComponent component : RecordComponents.of(record.getClass())) {
            Object value = ChipPart.value(record, component);
            String at = ChipPart.below(path, component);
            if (value instanceof Record within && !(value instanceof Cost)) {
                visit(within, at);
            } else if (value instanceof Map) {
                ChipPart.named(value).forEach((name, part) -> visit(part, at + "." + name));
            } else if (value instanceof Number number) {
                Unit unit = component.getAnnotation(Unit.class);
                byUnit(at, number.doubleValue(), unit == null ? "" : unit.value());
                byName(at, number.doubleValue());
            }
        }
    }

    private void byUnit(String path, double value, String unit) {
        switch (unit) {
            case "Hz" -> above(path, value, UsualBounds.CLOCK, unit, "faster than any clock on a chip");
            case "bit" -> above(path, value, UsualBounds.WIDTH, unit, "wider than any port or bundle on a chip");
            case "S" -> above(
                    path, value, UsualBounds.CONDUCTANCE, unit, "more than a cell with its access transistor conducts");
            case "V" -> above(path, value, UsualBounds.VOLTAGE, unit, "more than any cell is read with");
            case "B" -> bytes(path, value);
            case "B/s" -> above(path, value, UsualBounds.BANDWIDTH, unit, "more than any register or link carries");
            case "F" -> above(path, value, UsualBounds.CAPACITANCE, unit, "more than any wire on a chip has");
            case "s" -> delay(path, value);
            default -> {
                // rates and shares have bounds of their own, below
            }
        }
    }

    private void bytes(String path, double value) {
        if (path.equals("memory.capacity")) {
            above(path, value, UsualBounds.OFF_CHIP, "B", "more than stands beside any chip");
        } else {
            above(path, value, UsualBounds.MEMORY, "B", "more than any chip's own memory");
        }
    }

    /** Charge may stay for as long as it likes; what anything waits for may not. */
    private void delay(String path, double seconds) {
        if (!path.endsWith("droop-time") && !path.endsWith("refresh.every")) {
            above(path, seconds, UsualBounds.LONGEST_DELAY, "s", "longer than anything on a chip takes");
            if (seconds > 0) {
                below(path, seconds, UsualBounds.SHORTEST_DELAY, "s", "shorter than a gate takes");
            }
        }
    }

    private void byName(String path, double value) {
        String spoken = path;
        for (ChipFace face : faces) {
            if (face.path().has(path)) {
                spoken = face.path().outOf(path);
                face.chip().element().tellUnusual(spoken, value, remarks.of(face.path()));
            }
        }
        switch (spoken) {
            case "mesh.bits" -> above(
                    path, value, UsualBounds.DRIVER_BITS, "", "more than noise leaves of any such driver");
            case "precision.values" -> above(
                    path, value, UsualBounds.PRECISION, "", "more than anybody computes with in arrays");
            case "tiles" -> above(path, value, UsualBounds.TILES, "", "more than any such chip has");
            case "chips" -> above(path, value, UsualBounds.CHIPS, "", "more than any system has");
            case "tile.cores" -> above(path, value, UsualBounds.WITHIN, "", "more than any built");
            case "mesh.concentration" -> above(
                    path, value, UsualBounds.CONCENTRATION, "", "more tiles than share any router");
            case "mesh.columns", "mesh.planes" -> above(path, value, UsualBounds.ROUTERS, "", "more than any mesh has");
            case "mesh.router.ports" -> above(path, value, UsualBounds.PORTS, "", "more than any router on a chip has");
            case "mesh.router.flit" -> above(path, value, UsualBounds.FLIT, "bit", "wider than any network on a chip");
            case "tile.mac-steps" -> above(path, value, UsualBounds.PASSES, "", "more than any two operands have bits");
            case "mesh.unit" -> below(
                    path, value, 1 / UsualBounds.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "cycle" -> below(
                    path, value, 1 / UsualBounds.CLOCK, "s", "shorter than a turn of any clock on a chip");
            case "technology" -> {
                below(path, value, UsualBounds.SMALLEST_FEATURE, "m", "smaller than any process");
                above(path, value, UsualBounds.LARGEST_FEATURE, "m", "larger than any process");
            }
            case "temperature" -> {
                below(path, value, UsualBounds.COLDEST, "K", "colder than circuits are made for");
                above(path, value, UsualBounds.HOTTEST, "K", "hotter than circuits are made for");
            }
            default -> {
                if (path.endsWith(".length")) {
                    above(path, value, UsualBounds.WIRE, "m", "longer than a wafer is wide");
                } else if (path.endsWith("-cycles") || path.endsWith(".cycles")) {
                    above(path, value, UsualBounds.CYCLES, "", "longer than anything in a pipeline takes");
                } else if (path.endsWith(".count") || path.endsWith(".banks") || path.endsWith(".lanes")) {
                    above(path, value, UsualBounds.UNITS, "", "more than stand side by side in any chip");
                }
            }
        }
    }

    private void above(String path, double value, double most, String unit, String why) {
        remarks.above(path, value, most, unit, why);
    }

    private void below(String path, double value, double least, String unit, String why) {
        remarks.below(path, value, least, unit, why);
    }
}
