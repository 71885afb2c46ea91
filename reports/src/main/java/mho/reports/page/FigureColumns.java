package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mho.reports.figures.Column;
import mho.reports.figures.Definition;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import org.jspecify.annotations.Nullable;

/** Tables and facts of a page, drawn from the figures of a subject. */
final class FigureColumns {
    private FigureColumns() {}

    /** A column for each figure, its definition for a footnote. */
    static <T> List<DataTable.Column> of(List<Figure<T>> figures, Place place) {
        return figures.stream()
                .map(figure -> new DataTable.Column(
                        figure.column(place).heading(), "", figure.content().isNumber(), figure.note(place)))
                .toList();
    }

    /** The cells of a row. */
    static <T> List<DataTable.Cell> cells(List<Figure<T>> figures, Place place, T subject) {
        return cells(figures, place, subject, key -> null);
    }

    private static <T> List<DataTable.Cell> cells(
            List<Figure<T>> figures, Place place, T subject, Function<String, @Nullable String> unfolds) {
        List<DataTable.Cell> cells = new ArrayList<>();
        for (Figure<T> figure : figures) {
            String text = figure.onPage(subject, place);
            cells.add(
                    text == null
                            ? DataTable.Cell.none()
                            : new DataTable.Cell(text, figure.content().number(subject), unfolds.apply(figure.key())));
        }
        return cells;
    }

    /** A row for each subject. */
    static <T> DataTable table(
            String id, String caption, List<Figure<T>> figures, Place place, List<? extends T> subjects) {
        return table(id, caption, figures, place, subjects, subject -> key -> null);
    }

    /**
     * The same.
     *
     * @param unfolds for each subject: of a figure's key the name by which the page has what it is made of, or null
     */
    static <T> DataTable table(
            String id,
            String caption,
            List<Figure<T>> figures,
            Place place,
            List<? extends T> subjects,
            Function<T, Function<String, @Nullable String>> unfolds) {
        List<DataTable.Row> rows = new ArrayList<>();
        subjects.forEach(subject ->
                rows.add(new DataTable.Row(cells(figures, place, subject, unfolds.apply(subject)), List.of())));
        return new DataTable(id, caption, of(figures, place), rows);
    }

    /** A fact for each figure that the subject has. */
    static <T> List<Block.Fact> facts(List<Figure<T>> figures, T subject) {
        return facts(figures, subject, key -> null);
    }

    /** The same, of which some unfold. */
    static <T> List<Block.Fact> facts(List<Figure<T>> figures, T subject, Function<String, @Nullable String> unfolds) {
        List<Block.Fact> facts = new ArrayList<>();
        for (Figure<T> figure : figures) {
            Column<T> column = figure.column(Place.PAGE);
            if (column.has().test(subject)) {
                String text = figure.onPage(subject, Place.PAGE);
                facts.add(new Block.Fact(
                        column.heading(),
                        text == null ? "–" : text,
                        column.aside() == null ? "" : column.aside().apply(subject),
                        column.note() == null ? Definition.sentence(figure.definition()) : column.note(),
                        unfolds.apply(figure.key())));
            }
        }
        return facts;
    }
}
