package mho.arch.chip;

import java.util.Locale;
import mho.arch.element.Component;
import mho.arch.element.Remarks;
import mho.core.quantity.Quantity;
import mho.periphery.memory.Buffer;
import mho.periphery.model.Circuit;
import mho.periphery.model.ProcessNodes;

/** What nobody builds though each number by itself might be built: parts that are out of proportion to one another. */
final class Proportions {
    /** Power of one chip over its area, W/m2: processors stay below 2 W/mm2 on average, their hottest spots reach 5. */
    private static final double HEAT = 10e6;

    /** Power of one chip, watts: the largest, a whole wafer, takes 20 kW. */
    private static final double POWER = 100e3;

    /** kT ln 2 at 300 K, joules: Landauer's limit of one irreversible bit, which every action decides. */
    private static final double LEAST_ENERGY = 2.87e-21;

    /** Energy of one action, joules: that of programming a whole array is below. */
    private static final double MOST_ENERGY = 1e-3;

    /** Area of a bit over that of a published cell: compiled SRAM macros are 60 to 80 % cells, small ones a third. */
    private static final double SRAM_BIT = 3;

    /** The same of eDRAM, whose cells are a quarter of those of SRAM, and whose periphery is not: CACTI's macros of ISAAC and PUMA have 4.1 to 4.2. */
    private static final double EDRAM_BIT = 4.5;

    private final ChipSpec chip;
    private final Inventory inventory;
    private final Remarks remarks;

    private Proportions(ChipSpec chip, Inventory inventory, Remarks remarks) {
        this.chip = chip;
        this.inventory = inventory;
        this.remarks = remarks;
    }

    static void tell(ChipSpec chip, Inventory inventory, Remarks remarks) {
        Proportions proportions = new Proportions(chip, inventory, remarks);
        for (ChipFace face : chip.faces()) {
            face.chip()
                    .element()
                    .tellProportions(
                            chip.surroundings(),
                            path -> inventory.component(face.path().in(path)),
                            remarks.of(face.path()));
            proportions.memory(face);
        }
        proportions.sums();
        proportions.mesh();
        proportions.energies();
        proportions.whole();
    }

    /** A memory is cells, and what drives and reads them. */
    private void memory(ChipFace face) {
        Buffer buffer = face.tile().buffer();
        String path = face.path().in("tile.buffer");
        Double own = buffer.cost().technology();
        double node = own == null ? chip.technology() : own;
        double cell = ProcessNodes.cellM2(buffer.circuit(), node);
        double bit = inventory.component(path).figures().areaM2() / (8.0 * buffer.size());
        double most = buffer.circuit() == Circuit.EDRAM ? EDRAM_BIT : SRAM_BIT;
        if (bit > most * cell) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "area of %s is %s a bit, %.1f times a published cell of %s (%s; usual: at most %.1f times)",
                    path,
                    Quantity.format(bit, "m2"),
                    bit / cell,
                    Quantity.format(node, "m"),
                    Quantity.format(cell, "m2"),
                    most));
        }
    }

    private void sums() {
        int values = chip.precision().values();
        int sums = chip.precision().partialSums();
        if (sums < values) {
            remarks.add("precision.partial-sums is %d bit, and a sum of products is no narrower than the values, %d bit"
                    .formatted(sums, values));
        }
    }

    private void mesh() {
        chip.faces().stream()
                .flatMap(face ->
                        chip.mesh().unusual(chip.tiles(), face.tile().bus().width()).stream())
                .distinct()
                .forEach(remarks::add);
    }

    private void energies() {
        for (Component part : inventory.components()) {
            double energy = part.figures().energyJ();
            String what = "energy of an action of " + part.path();
            if (energy > 0) {
                remarks.below(what, energy, LEAST_ENERGY, "J", "less than kT ln 2, the least that decides a bit");
            }
            remarks.above(what, energy, MOST_ENERGY, "J", "more than any part on a chip takes at once");
        }
    }

    private void whole() {
        double power = inventory.peakPowerW();
        double area = inventory.areaM2();
        remarks.above("peak power of one chip", power, POWER, "W", "more than any chip or wafer is fed");
        if (area > 0 && power > HEAT * area) {
            remarks.add("peak power of one chip is %s on %s, more heat than is carried off (usual: at most 10 W/mm2)"
                    .formatted(Quantity.format(power, "W"), Quantity.format(area, "m2")));
        }
    }
}
