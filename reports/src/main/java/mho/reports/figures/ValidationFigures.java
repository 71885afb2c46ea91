package mho.reports.figures;

import static mho.reports.figures.Figure.flag;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mho.reports.validate.ValidationRow;
import org.jspecify.annotations.Nullable;

/** A published figure beside the simulated one. */
public final class ValidationFigures {
    /** Whether it holds, in a word. */
    public static final String VERDICT = "verdict";

    public static final FigureTable<ValidationRow> ROW = new FigureTable<>(
            "a row of the validation",
            List.of(
                    words("what", "what", ValidationRow::what)
                            .means("the figure")
                            .in(TERMINAL, "what")
                            .in(Place.PAGE, "ratio")
                            .read(Unit.PROSE),
                    words("published", "published", ValidationRow::published)
                            .means("with unit")
                            .in(TERMINAL, "published")
                            .read(Unit.SPELLED),
                    words("simulated", "simulated", ValidationRow::simulated)
                            .means("with unit")
                            .in(TERMINAL, "simulated")
                            .read(Unit.SPELLED),
                    real("published_si", "published, as a number", Unit.SPELLED, ValidationRow::publishedSi)
                            .means("null where it is not one number"),
                    real("simulated_si", "simulated, as a number", Unit.SPELLED, ValidationRow::simulatedSi)
                            .means("null where it is not one number"),
                    words("unit", "unit", ValidationRow::unit).means("of both"),
                    real("error", "error", Unit.SHARE, ValidationRow::error)
                            .means("relative; for shares in percent, absolute; null where there is none")
                            .in(TERMINAL, "error", ValidationFigures::error),
                    words("tolerance", "tolerance", ValidationRow::tolerance)
                            .means("as printed")
                            .in(TERMINAL, Column.<ValidationRow>of("tolerance").givingWay(2)),
                    flag("holds", "holds", ValidationRow::holds).means("verdict"),
                    words(VERDICT, "verdict", ValidationRow::verdict)
                            .notInJson()
                            .means(
                                    "whether it holds, in a word; of a bound, how far from it; fitted, where agreement proves nothing")
                            .in(TERMINAL, "verdict")
                            .read(Unit.MARK),
                    flag("only_bounds", "only bounds", ValidationRow::onlyBounds)
                            .means("whether the published figure is a bound and no target"),
                    flag("fitted", "fitted", ValidationRow::fitted)
                            .means("whether a figure of the machine was chosen so that the row comes out"),
                    flag("only_told", "only told", ValidationRow::onlyTold)
                            .means(
                                    "whether the figures are but shown, for what the published one hangs on is not known"),
                    words("chip", "chip", ValidationRow::chip)
                            .means("that the row is about; empty where it is about none that comes with mho"),
                    words("over", "over", ValidationRow::over)
                            .means(
                                    "the machine of whose figure it is a multiple; empty where it is a figure of its own"),
                    words("hangs_on", "hangs most on", ValidationRow::hangsOn)
                            .means(
                                    "which assumption moves it most, and how far where that is a fifth less and more; empty where none does, or nobody has looked")
                            .in(Place.PAGE, "hangs most on, of what is assumed")
                            .read(Unit.PROSE),
                    words("source", "source", ValidationRow::source)
                            .means("of the published figure")
                            .in(TERMINAL, Column.<ValidationRow>of("source").givingWay(1))
                            .read(Unit.PROSE)));

    /** All of its JSON but the first field. */
    public static final FigureTable<List<ValidationRow>> TABLE = new FigureTable<>(
            "the validation",
            List.of(
                    flag("holds", "holds", (List<ValidationRow> rows) -> rows.stream()
                                    .allMatch(ValidationRow::holds))
                            .means("whether all rows do"),
                    rows("rows", "rows", Function.<List<ValidationRow>>identity(), ROW)));

    private ValidationFigures() {}

    /** Ratios that an assumption moves. */
    public static List<ValidationRow> hanging(List<ValidationRow> rows) {
        return rows.stream()
                .filter(row -> !row.over().isEmpty() && !row.hangsOn().isEmpty())
                .toList();
    }

    private static @Nullable String error(ValidationRow row) {
        Double error = row.error();
        return error == null ? null : String.format(Locale.ROOT, "%+.3f %%", 100 * error + 0.0);
    }
}
