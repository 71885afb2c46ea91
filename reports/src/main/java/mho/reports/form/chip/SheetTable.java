package mho.reports.form.chip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import mho.arch.chip.Absent;
import mho.arch.chip.ChipSpec;
import mho.reports.medium.LargestRemainders;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.medium.WordWrap;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.HierarchyLevel;

/** The data sheet of a chip for people. */
public final class SheetTable {
    private static final int DIGITS = 7;
    private static final int PAGE = 120;

    private SheetTable() {}

    public static String of(ChipSheet sheet, Terminal terminal) {
        return headline(sheet.chip(), terminal)
                + WarningText.of(sheet.warnings(), terminal)
                + "\n"
                + structure(sheet, terminal)
                + "\n"
                + peak(sheet, terminal)
                + "\n"
                + parts(sheet.parts(), terminal)
                + "\n"
                + levels(sheet.levels(), terminal)
                + "\n"
                + sources(sheet.parts(), terminal)
                + "\n"
                + assumptions(sheet, terminal)
                + SettingsText.table(ChangedFigure.of(sheet.tree()), terminal);
    }

    /** The parts alone, in SI units. */
    public static String csv(ChipSheet sheet) {
        TextTable table = new TextTable(
                "lrrrrrrl",
                "part",
                "count",
                "power_w",
                "area_m2",
                "energy_j",
                "chip_power_w",
                "chip_area_m2",
                "source");
        for (ChipSheet.Part part : sheet.parts()) {
            table.row(
                    part.path(),
                    String.format(Locale.ROOT, "%.0f", part.instances()),
                    exact(part.powerW()),
                    exact(part.areaM2()),
                    exact(part.energyJ()),
                    exact(part.chipPowerW()),
                    exact(part.chipAreaM2()),
                    part.source());
        }
        return table.csv();
    }

    private static String exact(double si) {
        return new BigDecimal(si)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toString();
    }

    private static String headline(ChipSpec chip, Terminal terminal) {
        return chip.chip() + line(chip.about(), terminal)
                + line(chip.source() == null ? null : "Source: " + chip.source(), terminal)
                + "\n";
    }

    private static String line(@org.jspecify.annotations.Nullable String text, Terminal terminal) {
        return text == null ? "" : "\n" + WordWrap.text(text.strip(), terminal.upTo(PAGE), "");
    }

    private static String structure(ChipSheet sheet, Terminal terminal) {
        ChipSpec chip = sheet.chip();
        List<String> absent = Absent.of(chip);
        TextTable table = new TextTable("lw", "structure", "")
                .row(
                        "system",
                        chip.chips() + " x chip of " + chip.tiles() + " tiles of "
                                + chip.tile().cores() + " cores of "
                                + chip.element().arrays() + " arrays: "
                                + chip.arraysPerChip() + " arrays a chip");
        sheet.element().structure().forEach(line -> table.row(line.about(), line.text()));
        table.row("values", chip.inputBits() + " bit")
                .row(
                        "technology",
                        TerminalText.of(chip.technology(), "m") + " at " + TerminalText.of(chip.temperature(), "K")
                                + ", cycle " + TerminalText.of(chip.cycle(), "s"));
        sheet.element().work().forEach(line -> table.row(line.about(), line.text()));
        return (absent.isEmpty() ? table : table.row("not in this chip", String.join(", ", absent))).on(terminal);
    }

    private static String peak(ChipSheet sheet, Terminal terminal) {
        ChipSheet.Peak peak = sheet.peak();
        return new TextTable("lw", "peak of one chip", "")
                .row("rate", TerminalText.of(peak.opsPerS(), "OP/s"))
                .row(
                        "power",
                        TerminalText.of(peak.powerW(), "W") + ", "
                                + LeakageText.leakage(
                                        TerminalText.of(peak.leakageW(), "W"),
                                        sheet.leakageUnstated(),
                                        sheet.parts().size()))
                .row(
                        "at full rate",
                        TerminalText.of(peak.powerAtFullRateW(), "W")
                                + ": all arrays multiply, all else is as busy as that needs")
                .row("area", TerminalText.of(peak.areaM2(), "m2"))
                .row("per watt", TerminalText.of(peak.opsPerSPerW(), "OP/s/W"))
                .row("per area", TerminalText.density(peak.opsPerSPerM2()))
                .row(
                        "storage",
                        TerminalText.of(peak.storageBytes(), "B") + " of cells, "
                                + String.format(
                                        Locale.ROOT, "%.3g MiB/mm2", peak.storageBytesPerM2() / 1e6 / (1 << 20)))
                .on(terminal);
    }

    private static String parts(List<ChipSheet.Part> parts, Terminal terminal) {
        double[] milliwatts =
                parts.stream().mapToDouble(p -> p.chipPowerW() * 1e3).toArray();
        double[] squareMillimetres =
                parts.stream().mapToDouble(p -> p.chipAreaM2() * 1e6).toArray();
        LargestRemainders power = LargestRemainders.toDigits(milliwatts, DIGITS);
        LargestRemainders area = LargestRemainders.toDigits(squareMillimetres, DIGITS);
        LargestRemainders powerShare = LargestRemainders.of(shares(milliwatts), 1);
        LargestRemainders areaShare = LargestRemainders.of(shares(squareMillimetres), 1);
        TextTable table = new TextTable(
                        "lrrrrrrrrr",
                        "part",
                        "count",
                        "power",
                        "leakage",
                        "area",
                        "energy",
                        "chip, mW",
                        "%",
                        "chip, mm2",
                        "%")
                .leavesOut("power", "area", "count", "energy", "leakage");
        for (int i = 0; i < parts.size(); i++) {
            ChipSheet.Part part = parts.get(i);
            table.row(
                    part.path(),
                    String.format(Locale.ROOT, "%.0f", part.instances()),
                    TerminalText.of(part.powerW(), "W"),
                    part.leakageStated() ? TerminalText.of(part.leakageW(), "W") : "not stated",
                    TerminalText.of(part.areaM2(), "m2"),
                    TerminalText.of(part.energyJ(), "J"),
                    power.part(i),
                    share(powerShare.part(i), milliwatts[i]),
                    area.part(i),
                    share(areaShare.part(i), squareMillimetres[i]));
        }
        return table.rule()
                .row("chip", "", "", "", "", "", power.sum(), powerShare.sum(), area.sum(), areaShare.sum())
                .on(terminal);
    }

    /** A part that costs something is not shown to cost nothing. */
    private static String share(String rounded, double figure) {
        return rounded.equals("0.0") && figure > 0 ? "<0.1" : rounded;
    }

    private static double[] shares(double[] parts) {
        double sum = java.util.Arrays.stream(parts).sum();
        return java.util.Arrays.stream(parts)
                .map(p -> sum > 0 ? 100 * p / sum : 0)
                .toArray();
    }

    private static String levels(List<HierarchyLevel> levels, Terminal terminal) {
        TextTable table = new TextTable("lrrr", "one", "a chip has", "power", "area");
        for (HierarchyLevel level : levels) {
            table.row(
                    level.name(),
                    TerminalText.count(level.perChip()),
                    TerminalText.of(level.powerW(), "W"),
                    TerminalText.of(level.areaM2(), "m2"));
        }
        return table.on(terminal);
    }

    private static String sources(List<ChipSheet.Part> parts, Terminal terminal) {
        StringBuilder text = new StringBuilder("Where the cost figures come from\n");
        for (ChipSheet.Part part : parts) {
            text.append("  ")
                    .append(part.path())
                    .append(" (energy of one ")
                    .append(part.action())
                    .append(")\n")
                    .append(WordWrap.text(part.source(), terminal.upTo(PAGE), "      "))
                    .append('\n');
        }
        return text.toString();
    }

    private static String assumptions(ChipSheet sheet, Terminal terminal) {
        List<Assumption> assumptions = sheet.assumptions();
        String unsourced = UnsourcedText.of(sheet.unsourced(), terminal);
        if (assumptions.isEmpty()) {
            return unsourced.isEmpty() ? "Nothing is assumed.\n" : unsourced;
        }
        TextTable table = new TextTable("llw", "assumed (" + assumptions.size() + ")", "value", "because");
        assumptions.forEach(a -> table.row(a.path(), a.value(), a.reasoning()));
        return table.on(terminal) + (unsourced.isEmpty() ? "" : "\n" + unsourced);
    }
}
