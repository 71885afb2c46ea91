package mho.reports.form.validation;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureText;
import mho.reports.figures.Place;
import mho.reports.figures.ValidationFigures;
import mho.reports.medium.Json;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.validate.ValidationRow;

/** Published against simulated, for people and as JSON and CSV. */
public final class ValidationForm {
    private static final String SCHEMA = "mho.validation/1";

    private ValidationForm() {}

    public static String csv(List<ValidationRow> rows) {
        return rows(rows, Terminal.PLAIN).csv();
    }

    public static String table(List<ValidationRow> rows, Terminal terminal) {
        long out = rows.stream().filter(row -> !row.holds()).count();
        return rows(rows, terminal).on(terminal)
                + "\n"
                + ratios(rows, terminal)
                + (out == 0
                        ? "All " + rows.size() + " rows hold" + bounds(rows) + fitted(rows) + told(rows) + ".\n"
                        : out + " of " + rows.size() + " rows are out of tolerance.\n");
    }

    /** What ratios hang on most: where parts are assumed, that is what they prove. */
    private static String ratios(List<ValidationRow> rows, Terminal terminal) {
        List<Figure<ValidationRow>> figures = ValidationFigures.ROW.in(Place.PAGE);
        List<ValidationRow> ratios = ValidationFigures.hanging(rows);
        if (ratios.isEmpty()) {
            return "";
        }
        TextTable table = FigureText.table(figures, Place.PAGE);
        ratios.forEach(row -> table.row(FigureText.row(figures, Place.PAGE, row, "")));
        return table.on(terminal)
                + terminal.paragraph("mho validate --tornado has all that each row of a file hangs on.\n")
                + "\n";
    }

    private static String bounds(List<ValidationRow> rows) {
        long bounds = rows.stream().filter(ValidationRow::onlyBounds).count();
        return bounds == 0 ? "" : "; " + bounds + " of them only bound" + (bounds == 1 ? "s" : "");
    }

    private static String fitted(List<ValidationRow> rows) {
        return some(rows.stream().filter(ValidationRow::fitted).count(), "fitted");
    }

    private static String told(List<ValidationRow> rows) {
        return some(rows.stream().filter(ValidationRow::onlyTold).count(), "only told");
    }

    private static String some(long count, String how) {
        return count == 0 ? "" : "; " + count + (count == 1 ? " was " : " were ") + how;
    }

    private static TextTable rows(List<ValidationRow> rows, Terminal terminal) {
        List<Figure<ValidationRow>> figures = ValidationFigures.ROW.in(Place.TERMINAL);
        TextTable table = FigureText.table(figures, Place.TERMINAL);
        int verdict = figures.indexOf(ValidationFigures.ROW.figure(ValidationFigures.VERDICT));
        for (ValidationRow row : rows) {
            List<String> cells = new ArrayList<>(FigureText.row(figures, Place.TERMINAL, row, ""));
            if (!row.holds()) {
                cells.set(verdict, terminal.alarm(cells.get(verdict)));
            }
            table.row(cells);
        }
        return table;
    }

    public static String json(List<ValidationRow> rows) {
        return Json.object(json -> ValidationFigures.TABLE.write(json.put("schema", SCHEMA), rows));
    }
}
