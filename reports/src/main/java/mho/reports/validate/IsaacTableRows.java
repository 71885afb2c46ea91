package mho.reports.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.periphery.readout.AdcBits;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.HierarchyLevel;

/** What ISAAC's tables print, against the chip file added up. */
final class IsaacTableRows {
    private static final double HALF_PERCENT = 0.005;

    private IsaacTableRows() {}

    static List<ValidationRow> rows() {
        ChipSheet sheet = ReferenceRuns.sheet("isaac-ce");
        List<ValidationRow> rows = new ArrayList<>();
        level(rows, sheet, "core", "IMA", 24.08e-3, 0.01312e-6);
        level(rows, sheet, "tile", "tile", 330e-3, 0.372e-6);
        level(rows, sheet, "chip", "chip", 65.8, 85.4e-6);
        ChipSheet.Peak peak = sheet.peak();
        rows.add(ValidationRow.within(
                0.001,
                "ISAAC peak",
                "OP/s",
                41.288e12,
                peak.opsPerS(),
                "16,128 arrays x 2,048 MACs every 1.6 us, derived"));
        rows.add(ValidationRow.within(
                0.002, "ISAAC peak per watt", "OP/s/W", 627.5e9, peak.opsPerSPerW(), PublishedSources.ISAAC_PEAK));
        rows.add(ValidationRow.within(
                0.01,
                "ISAAC storage per area",
                "B/m2",
                0.74 * (1 << 20) * 1e6,
                Objects.requireNonNull(peak.storageBytesPerM2()),
                PublishedSources.ISAAC_PEAK));
        rows.add(ValidationRow.within(
                0.01,
                "ISAAC computational density",
                "OP/s/m2",
                478.95e15,
                peak.opsPerSPerM2(),
                PublishedSources.ISAAC_PEAK + "; Table I itself gives 483.5"));
        rows.add(ValidationRow.points(
                1, "ADC share of ISAAC tile power", 58, adcShare(sheet), PublishedSources.ISAAC_TABLE));
        rows.add(ValidationRow.within(
                0,
                "ADC bits, 128 rows, 1 b input, 2 b cell",
                "bit",
                9,
                AdcBits.required(128, 1, 2),
                PublishedSources.ISAAC_CONVERTER));
        rows.add(ValidationRow.within(
                0,
                "the same with flipped weights, as in the chip",
                "bit",
                8,
                sheet.element().figure("adc_bits_required"),
                PublishedSources.ISAAC_CONVERTER));
        return rows;
    }

    private static void level(
            List<ValidationRow> rows, ChipSheet sheet, String level, String name, double powerW, double areaM2) {
        HierarchyLevel found = level(sheet, level);
        rows.add(ValidationRow.within(
                HALF_PERCENT, "ISAAC " + name + " power", "W", powerW, found.powerW(), PublishedSources.ISAAC_TABLE));
        rows.add(ValidationRow.within(
                HALF_PERCENT, "ISAAC " + name + " area", "m2", areaM2, found.areaM2(), PublishedSources.ISAAC_TABLE));
    }

    private static HierarchyLevel level(ChipSheet sheet, String name) {
        return sheet.levels().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double adcShare(ChipSheet sheet) {
        double adcW = sheet.parts().stream()
                .filter(p -> p.path().equals("tile.core.adc"))
                .mapToDouble(ChipSheet.Part::chipPowerW)
                .sum();
        return 100
                * adcW
                / Objects.requireNonNull(sheet.tiled()).tiles()
                / level(sheet, "tile").powerW();
    }
}
