package mho.reports.sheet;

import java.util.List;
import java.util.function.Predicate;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;

/**
 * One core, one tile, the chip: all their parts together, at full activity. A tile includes its share of the mesh, as published tables
 * have it.
 */
public record HierarchyLevel(String name, long perChip, double powerW, double areaM2) {

    static List<HierarchyLevel> of(ChipSpec chip, Inventory inventory) {
        long tiles = chip.tiles();
        return List.of(
                sum("core", tiles * chip.tile().cores(), inventory, path -> path.startsWith("tile.core.")),
                sum("tile", tiles, inventory, path -> path.startsWith("tile.") || path.equals("mesh")),
                sum("chip", 1, inventory, path -> true));
    }

    /** A machine of one part has no levels within. */
    static List<HierarchyLevel> of(Inventory inventory) {
        return List.of(sum("chip", 1, inventory, path -> true));
    }

    private static HierarchyLevel sum(String name, long perChip, Inventory inventory, Predicate<String> contains) {
        List<Component> parts = inventory.components().stream()
                .filter(c -> contains.test(c.path()))
                .toList();
        double powerW = parts.stream().mapToDouble(Component::chipPowerW).sum() / perChip;
        double areaM2 = parts.stream().mapToDouble(Component::chipAreaM2).sum() / perChip;
        return new HierarchyLevel(name, perChip, powerW, areaM2);
    }
}
