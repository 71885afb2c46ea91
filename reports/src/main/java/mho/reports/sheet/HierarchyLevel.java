package mho.reports.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;

/**
 * One core, one tile (of each kind), the chip: all their parts together, at full activity. A tile includes its share of the mesh, as published tables
 * have it.
 */
public record HierarchyLevel(String name, long perChip, double powerW, double areaM2) {

    static List<HierarchyLevel> of(ChipSpec chip, Inventory inventory) {
        List<HierarchyLevel> levels = new ArrayList<>();
        HierarchyLevel mesh = sum("mesh", chip.tiles(), inventory, path -> path.equals("mesh"));
        for (ChipFace face : chip.faces()) {
            String of = face.name().isEmpty() ? "" : " (" + face.name() + ")";
            String core = face.path().in("tile.core.");
            String tile = face.path().text() + ".";
            long tiles = face.chip().tiles();
            levels.add(sum("core" + of, tiles * face.tile().cores(), inventory, path -> path.startsWith(core)));
            levels.add(
                    face.path().isOnly()
                            ? sum("tile", tiles, inventory, path -> path.startsWith(tile) || path.equals("mesh"))
                            : sum("tile" + of, tiles, inventory, path -> path.startsWith(tile))
                                    .and(mesh));
        }
        levels.add(sum("chip", 1, inventory, path -> true));
        return List.copyOf(levels);
    }

    /** With another one in it. */
    private HierarchyLevel and(HierarchyLevel within) {
        return new HierarchyLevel(name, perChip, powerW + within.powerW, areaM2 + within.areaM2);
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
