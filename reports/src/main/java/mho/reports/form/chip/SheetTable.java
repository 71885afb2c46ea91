package mho.reports.form.chip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import mho.arch.chip.AbsentParts;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipFile;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Roofline;
import mho.core.quantity.MessageText;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureText;
import mho.reports.figures.Place;
import mho.reports.figures.SheetFigures;
import mho.reports.medium.LargestRemainders;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.medium.WordWrap;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.HierarchyLevel;
import mho.reports.sheet.PowerAtLoad;

/** The data sheet of a chip for people. */
public final class SheetTable {
    private static final int DIGITS = 7;
    private static final int PAGE = 120;

    private SheetTable() {}

    public static String of(ChipSheet sheet, Terminal terminal) {
        return headline(sheet.chip(), terminal)
                + sheet.chip().as(chip -> remarks(chip, terminal), machine -> "")
                + WarningText.of(sheet.warnings(), terminal)
                + "\n"
                + structure(sheet, terminal)
                + "\n"
                + TilePicture.of(sheet, terminal)
                + "\n"
                + peak(sheet, terminal)
                + "\n"
                + byLoad(sheet.peak().byLoad(), terminal)
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
        return FigureText.csv(SheetFigures.PART.in(Place.CSV), sheet.parts());
    }

    private static String headline(ChipFile chip, Terminal terminal) {
        return chip.chip() + line(chip.about(), terminal)
                + line(chip.source() == null ? null : "Source: " + chip.source(), terminal)
                + "\n";
    }

    private static String line(@org.jspecify.annotations.Nullable String text, Terminal terminal) {
        return text == null ? "" : "\n" + WordWrap.text(text.strip(), terminal.upTo(PAGE), "");
    }

    private static String remarks(ChipSpec chip, Terminal terminal) {
        return chip.told().stream()
                .map(remark -> terminal.paragraph("note: " + MessageText.plain(remark, 1000) + "\n"))
                .collect(Collectors.joining());
    }

    private static String structure(ChipSheet sheet, Terminal terminal) {
        TextTable table = new TextTable("lw", "structure", "");
        return sheet.chip()
                .as(chip -> structure(table, sheet, chip), machine -> structure(table, sheet, machine))
                .on(terminal);
    }

    private static TextTable structure(TextTable table, ChipSheet sheet, Roofline machine) {
        table.row("system", "a reference machine: layers take turns on it, nothing is mapped");
        sheet.element().structure().forEach(line -> table.row(line.about(), line.text()));
        table.row("values", machine.precision().values() + " bit")
                .row("technology", TerminalText.of(machine.technology(), "m"));
        sheet.element().work().forEach(line -> table.row(line.about(), line.text()));
        return table;
    }

    private static TextTable structure(TextTable table, ChipSheet sheet, ChipSpec chip) {
        List<String> absent = AbsentParts.of(chip);
        table.row(
                "system",
                chip.chips() + " x chip of "
                        + chip.faces().stream().map(SheetTable::tiles).collect(Collectors.joining(" and "))
                        + ": " + chip.arraysPerChip() + " arrays a chip");
        for (ChipFace face : chip.faces()) {
            if (!face.path().isOnly()) {
                String does = face.does() == null ? "any layer" : String.join(", ", face.does());
                table.row(face.name() + ": computes", does);
            }
        }
        sheet.element().structure().forEach(line -> table.row(line.about(), line.text()));
        table.row("values", chip.inputBits() + " bit")
                .row(
                        "technology",
                        TerminalText.of(chip.technology(), "m") + " at " + TerminalText.of(chip.temperature(), "K")
                                + ", cycle " + TerminalText.of(chip.cycle(), "s"));
        sheet.element().work().forEach(line -> table.row(line.about(), line.text()));
        chip.faces().forEach(face -> face.tile()
                .functionUnits()
                .named()
                .forEach((name, unit) -> table.row(
                        (face.path().isOnly() ? "" : face.name() + ": ") + "unit " + name,
                        String.join(", ", unit.operations().keySet()) + "; lanes: "
                                + (unit.count() == 1 ? "" : unit.count() + " x ") + unit.lanes() + " at "
                                + TerminalText.of(unit.clock(), "Hz"))));
        return absent.isEmpty() ? table : table.row("not in this chip", String.join(", ", absent));
    }

    private static String tiles(ChipFace face) {
        String kind = face.path().isOnly() ? "" : face.name() + " ";
        return "%d %stiles of %d cores of %d arrays"
                .formatted(
                        face.chip().tiles(),
                        kind,
                        face.tile().cores(),
                        face.chip().element().arrays());
    }

    private static String peak(ChipSheet sheet, Terminal terminal) {
        TextTable table = new TextTable("lw", "peak of one chip", "");
        return FigureText.lines(table, SheetFigures.PEAK.in(Place.TERMINAL), sheet)
                .on(terminal);
    }

    private static String byLoad(List<PowerAtLoad> loads, Terminal terminal) {
        List<Figure<PowerAtLoad>> figures = SheetFigures.LOAD.in(Place.TERMINAL);
        TextTable table = FigureText.table(figures, Place.TERMINAL);
        loads.forEach(load -> table.row(FigureText.row(figures, Place.TERMINAL, load, "–")));
        return table.on(terminal);
    }

    /** What all of a kind take is rounded so that the parts add up to the last digit. */
    private static String parts(List<ChipSheet.Part> parts, Terminal terminal) {
        double[] milliwatts =
                parts.stream().mapToDouble(p -> p.chipPowerW() * 1e3).toArray();
        double[] squareMillimetres =
                parts.stream().mapToDouble(p -> p.chipAreaM2() * 1e6).toArray();
        LargestRemainders power = LargestRemainders.toDigits(milliwatts, DIGITS);
        LargestRemainders area = LargestRemainders.toDigits(squareMillimetres, DIGITS);
        LargestRemainders powerShare = LargestRemainders.of(shares(milliwatts), 1);
        LargestRemainders areaShare = LargestRemainders.of(shares(squareMillimetres), 1);
        List<Figure<ChipSheet.Part>> figures = SheetFigures.PART.in(Place.TERMINAL);
        TextTable table = FigureText.table(
                List.of(), figures, Place.TERMINAL, List.of(), List.of("chip, mW", "%", "chip, mm2", "%"));
        for (int i = 0; i < parts.size(); i++) {
            List<String> cells = new ArrayList<>(FigureText.row(figures, Place.TERMINAL, parts.get(i), "–"));
            cells.add(power.part(i));
            cells.add(share(powerShare.part(i), milliwatts[i]));
            cells.add(area.part(i));
            cells.add(share(areaShare.part(i), squareMillimetres[i]));
            table.row(cells);
        }
        List<String> sums = new ArrayList<>(Collections.nCopies(figures.size(), ""));
        sums.set(0, "chip");
        sums.addAll(List.of(power.sum(), powerShare.sum(), area.sum(), areaShare.sum()));
        return table.rule().row(sums).on(terminal);
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
        List<Figure<HierarchyLevel>> figures = SheetFigures.LEVEL.in(Place.TERMINAL);
        TextTable table = FigureText.table(figures, Place.TERMINAL);
        levels.forEach(level -> table.row(FigureText.row(figures, Place.TERMINAL, level, "–")));
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
