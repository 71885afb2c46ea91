package mho.reports.validate;

import java.util.List;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.reports.sheet.ChipSheet;
import mho.workloads.zoo.Zoo;

/** What was published of DaDianNao, as ISAAC compares itself with it, against its chip file. */
final class DaDianNaoRows {
    private static final String CHIP = "dadiannao";
    private static final double MEBI = 1 << 20;

    private DaDianNaoRows() {}

    static List<ValidationRow> rows() {
        ChipSheet sheet = ReferenceRuns.sheet(CHIP);
        ChipSpec chip = Chips.load(CHIP, List.of()).spec();
        double others = chip.tiles()
                * (chip.tile().pool().count() * chip.tile().pool().valuesPerSecond()
                        + chip.tile().shiftAdd().count()
                                * chip.tile().shiftAdd().valuesPerSecond());
        double ops = sheet.peak().opsPerS() + others;
        return List.of(
                ValidationRow.within(
                        0.001,
                        "DaDianNao peak, its other multipliers and adders included",
                        "OP/s",
                        5.585e12,
                        ops,
                        "606 MHz x 16 tiles x 576 operations, " + PublishedSources.ISAAC_TABLE),
                ValidationRow.within(
                        0.001, "DaDianNao area", "m2", 88e-6, sheet.peak().areaM2(), PublishedSources.ISAAC_TABLE),
                ValidationRow.within(
                        0.001, "DaDianNao power", "W", 20.1, sheet.peak().powerW(), PublishedSources.ISAAC_TABLE),
                ValidationRow.within(
                        0.001,
                        "DaDianNao, the same peak over its area",
                        "OP/s/m2",
                        63.46e15,
                        ops / sheet.peak().areaM2(),
                        PublishedSources.ISAAC_PEAK),
                ValidationRow.within(
                        0.04,
                        "DaDianNao, the same peak over its power",
                        "OP/s/W",
                        286.4e9,
                        ops / sheet.peak().powerW(),
                        PublishedSources.ISAAC_PEAK + "; the table's own power gives 277.9"),
                ValidationRow.within(
                        0,
                        "DaDianNao, weights read a cycle",
                        "bit",
                        16 * 256 * 16,
                        (double) chip.tiles() * 16 * 16 * sheet.element().figure("weight_bits"),
                        "16 tiles x 16 x 16 weights of 16 bit: 8 KiB, derived"),
                synapses("class1", 12.5),
                synapses("class2", 32),
                synapses("conv1", 22.69),
                synapses("conv2", 0.24),
                synapses("conv3", 1.29 * 1024),
                synapses("conv4", 1.32 * 1024));
    }

    private static ValidationRow synapses(String layer, double mebibytes) {
        return ValidationRow.within(
                0.012,
                "DaDianNao, weights of " + layer.toUpperCase(java.util.Locale.ROOT) + " at 16 bit",
                "B",
                mebibytes * MEBI,
                2.0 * Zoo.load("dadiannao-" + layer).weights(),
                PublishedSources.DADIANNAO_LAYERS);
    }
}
