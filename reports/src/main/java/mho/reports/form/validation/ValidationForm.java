package mho.reports.form.validation;

import java.util.List;
import java.util.Locale;
import mho.reports.medium.Json;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.validate.ValidationRow;

/** Published against simulated, for people and as JSON. */
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
                + (out == 0
                        ? "All " + rows.size() + " rows hold" + bounds(rows) + ".\n"
                        : out + " of " + rows.size() + " rows are out of tolerance.\n");
    }

    private static String bounds(List<ValidationRow> rows) {
        long bounds = rows.stream().filter(ValidationRow::onlyBounds).count();
        return bounds == 0 ? "" : "; " + bounds + " of them only bound" + (bounds == 1 ? "s" : "");
    }

    private static TextTable rows(List<ValidationRow> rows, Terminal terminal) {
        TextTable table = new TextTable(
                        "wrrrlbw", "what", "published", "simulated", "error", "tolerance", "verdict", "source")
                .leavesOut("source", "tolerance");
        for (ValidationRow row : rows) {
            Double error = row.error();
            table.row(
                    row.what(),
                    row.published(),
                    row.simulated(),
                    error == null ? "" : String.format(Locale.ROOT, "%+.3f %%", 100 * error + 0.0),
                    row.tolerance(),
                    row.holds() ? row.verdict() : terminal.alarm(row.verdict()),
                    row.source());
        }
        return table;
    }

    public static String json(List<ValidationRow> rows) {
        return Json.object(json -> json.put("schema", SCHEMA)
                .put("holds", rows.stream().allMatch(ValidationRow::holds))
                .putEach("rows", rows, (one, row) -> one.put("what", row.what())
                        .put("published", row.published())
                        .put("simulated", row.simulated())
                        .putOrNull("published_si", row.publishedSi())
                        .putOrNull("simulated_si", row.simulatedSi())
                        .put("unit", row.unit())
                        .putOrNull("error", row.error())
                        .put("tolerance", row.tolerance())
                        .put("holds", row.holds())
                        .put("only_bounds", row.onlyBounds())
                        .put("source", row.source())));
    }
}
