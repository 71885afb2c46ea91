package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.ChipSpec;
import mho.reports.figures.ChipFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.figures.SheetFigures;
import mho.reports.medium.PageText;
import mho.reports.metrics.Report;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.ChipSheet;

/** Where the chip's figures come from, and which come from nowhere. */
final class ChipSources {
    private static final String ASSUMED = "assumed";

    private ChipSources() {}

    static Section section(Report report, ChipSheet sheet) {
        String held = report.chip().tiles() == null || report.chip().arrays() == null
                ? ""
                : ", " + PageText.plural(report.chip().tiles(), "tile") + " and "
                        + PageText.plural(report.chip().arrays(), "array");
        return section(report.run().chip(), held, report.chip().absent(), sheet, List.of());
    }

    /** The same where nothing is known of the chip but its sheet. */
    static Section section(String chip, ChipSheet sheet) {
        List<Block> notes = new ArrayList<>();
        sheet.chip()
                .as(ChipSpec::told, machine -> List.<String>of())
                .forEach(remark -> notes.add(new Block.Prose("Note: " + remark)));
        return section(chip, "", List.of(), sheet, notes);
    }

    private static Section section(String chip, String held, List<String> absent, ChipSheet sheet, List<Block> notes) {
        List<Block> blocks = new ArrayList<>(notes);
        String about = sheet.chip().about();
        if (about != null) {
            blocks.add(new Block.Prose(about.strip()));
        }
        String source = sheet.chip().source();
        blocks.add(new Block.Prose("The chip " + chip
                + (source == null ? " names no source as a whole" : ": " + source.strip())
                + ". One chip: " + PageText.of(sheet.peak().opsPerS(), "OP/s") + " at its peak, "
                + PageText.of(sheet.peak().powerW(), "W") + " with every part at full activity, "
                + PageText.of(sheet.peak().areaM2(), "m2")
                + held
                + "."));
        if (!absent.isEmpty()) {
            blocks.add(new Block.Prose("Not in this chip: " + String.join(", ", absent) + "."));
        }
        sheet.warnings().forEach(warning -> blocks.add(new Block.Prose("Unusual: " + warning + ".")));
        if (!sheet.unsourced().isEmpty()) {
            int count = sheet.unsourced().size();
            blocks.add(new Block.Prose(PageText.plural(count, "figure") + " of the chip "
                    + (count == 1 ? "has" : "have") + " no source: " + String.join(", ", sheet.unsourced()) + "."));
        }
        if (sheet.assumptions().isEmpty() && sheet.unsourced().isEmpty()) {
            blocks.add(new Block.Prose("No figure of the chip is assumed."));
        } else if (!sheet.assumptions().isEmpty()) {
            blocks.add(new Block.Prose(PageText.plural(sheet.assumptions().size(), "figure") + " of the chip "
                    + (sheet.assumptions().size() == 1 ? "has no source and is" : "have no source and are")
                    + " assumed, with the reasoning below. What is assumed is a knob: --set PATH=VALUE."));
            blocks.add(new Block.Table(assumptions(sheet)));
        }
        List<ChangedFigure> changed = ChangedFigure.of(sheet.tree());
        if (!changed.isEmpty()) {
            blocks.add(new Block.Table(changed(changed)));
        }
        blocks.add(new Block.Table(parts(sheet)));
        return new Section("sources", "Sources and assumptions", blocks);
    }

    private static DataTable changed(List<ChangedFigure> changed) {
        return FigureColumns.table(
                "set",
                "Figures that were set, or followed one that was",
                ChipFigures.SET.in(Place.PAGE),
                Place.PAGE,
                changed);
    }

    private static DataTable assumptions(ChipSheet sheet) {
        return FigureColumns.table(
                "assumptions", "Assumed figures", SheetFigures.ASSUMED.in(Place.PAGE), Place.PAGE, sheet.assumptions());
    }

    private static DataTable parts(ChipSheet sheet) {
        List<Figure<ChipSheet.Part>> figures = SheetFigures.PART.in(Place.PAGE);
        List<DataTable.Column> columns = new ArrayList<>(FigureColumns.of(figures, Place.PAGE));
        columns.add(
                1, DataTable.Column.text(ASSUMED, "whether any figure of the part, or of what is in it, is assumed"));
        return new DataTable(
                "parts",
                "Where the figures of each part come from",
                columns,
                sheet.parts().stream().map(part -> row(figures, part, sheet)).toList(),
                List.of(ASSUMED));
    }

    private static DataTable.Row row(List<Figure<ChipSheet.Part>> figures, ChipSheet.Part part, ChipSheet sheet) {
        boolean assumed = isAssumed(part, sheet.assumptions());
        List<DataTable.Cell> cells = new ArrayList<>(FigureColumns.cells(figures, Place.PAGE, part));
        cells.add(1, DataTable.Cell.text(assumed ? ASSUMED : "no"));
        return new DataTable.Row(cells, assumed ? List.of(ASSUMED) : List.of());
    }

    private static boolean isAssumed(ChipSheet.Part part, List<Assumption> assumptions) {
        return part.source().contains(ASSUMED)
                || assumptions.stream()
                        .anyMatch(assumed -> assumed.path().equals(part.path())
                                || assumed.path().startsWith(part.path() + "."));
    }
}
