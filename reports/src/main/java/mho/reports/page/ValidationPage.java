package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.Place;
import mho.reports.figures.ValidationFigures;
import mho.reports.medium.PageText;
import mho.reports.validate.ValidationRow;
import org.jspecify.annotations.Nullable;

/** The page of {@code mho validate}: each simulated figure over its published one, and all of them in a table. */
public final class ValidationPage {
    private ValidationPage() {}

    /**
     * The page as a file that stands alone.
     *
     * @param command that makes it again
     */
    public static String of(List<ValidationRow> rows, String command) {
        List<String> chips = chips(rows);
        List<String> choices = new ArrayList<>(List.of("all"));
        choices.addAll(chips);
        String about = "Each mark is a row, at the line where the simulated figure equals the published one. "
                + "Rows that are not one number are in the table alone.";
        List<Section> sections = new ArrayList<>(List.of(
                Section.of(
                        "ratios",
                        "Simulated over published",
                        new Block.Chart(
                                "ratios",
                                "Simulated figures over published ones",
                                about,
                                List.of(new Block.Choice("chip", "Chip", choices, 0)),
                                "rows-table")),
                Section.of(
                        "rows",
                        "Rows",
                        new Block.Table(FigureColumns.table(
                                "rows-table",
                                "Published figures beside simulated ones",
                                ValidationFigures.ROW.in(Place.TERMINAL),
                                Place.TERMINAL,
                                rows)))));
        List<ValidationRow> ratios = ValidationFigures.hanging(rows);
        if (!ratios.isEmpty()) {
            sections.add(Section.of(
                    "hanging",
                    "What ratios hang on",
                    new Block.Prose(
                            "Of all that a ratio's machines assume, what moves it most where it is a fifth less or more; mho validate --tornado has the rest."),
                    new Block.Table(FigureColumns.table(
                            "hanging-table",
                            "Ratios and what they hang on",
                            ValidationFigures.ROW.in(Place.PAGE),
                            Place.PAGE,
                            ratios))));
        }
        sections.add(Section.of(
                "reproduce",
                "Reproduce",
                new Block.Listing("command", "The command that made this page:", command, false)));
        return new Page("Validation", lead(rows), sections, List.of("validation.js"), island(rows, chips)).html();
    }

    private static List<String> chips(List<ValidationRow> rows) {
        return rows.stream()
                .map(ValidationRow::chip)
                .filter(chip -> !chip.isEmpty())
                .distinct()
                .toList();
    }

    private static String lead(List<ValidationRow> rows) {
        long out = rows.stream().filter(row -> !row.holds()).count();
        return PageText.plural(rows.size(), "row") + ", of which "
                + (out == 0 ? "all hold" : out + (out == 1 ? " is" : " are") + " out of tolerance") + ".";
    }

    private static ChartData island(List<ValidationRow> rows, List<String> chips) {
        return ChartData.of(json -> json.putAll("chips", chips).putEach("rows", rows, (one, row) -> one.put(
                        "what", row.what())
                .put("chip", row.chip())
                .putOrNull("ratio", ratio(row))
                .put("published", row.published())
                .put("simulated", row.simulated())
                .put("tolerance", row.tolerance())
                .put("verdict", row.verdict())
                .put("kind", (long) (row.holds() ? row.proof().ordinal() : ValidationRow.Proof.values().length))));
    }

    private static @Nullable Double ratio(ValidationRow row) {
        Double published = row.publishedSi();
        Double simulated = row.simulatedSi();
        return published == null || simulated == null || published == 0 ? null : Double.valueOf(simulated / published);
    }
}
