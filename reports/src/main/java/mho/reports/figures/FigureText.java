package mho.reports.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mho.reports.medium.CellTable;
import mho.reports.medium.TextTable;

/** Tables whose columns are figures. */
public final class FigureText {
    private FigureText() {}

    /** For a terminal, without rows as yet: numbers flush right, columns that give way in their order. */
    public static <T> TextTable table(List<Figure<T>> figures, Place place) {
        return table(List.of(), figures, place, List.of(), List.of());
    }

    /**
     * The same.
     *
     * @param before headings of columns of names that stand before the figures
     * @param bars headings of bars that stand behind them and give way first
     * @param sums headings of numbers that stand behind them and are made of all rows
     */
    public static <T> TextTable table(
            List<String> before, List<Figure<T>> figures, Place place, List<String> bars, List<String> sums) {
        List<String> heads = new ArrayList<>(before);
        heads.addAll(heads(figures, place));
        heads.addAll(bars);
        heads.addAll(sums);
        StringBuilder flush = new StringBuilder("l".repeat(before.size()));
        figures.forEach(
                figure -> flush.append(figure.unit().flush(figure.content().isNumber())));
        flush.append("b".repeat(bars.size())).append("r".repeat(sums.size()));
        return new TextTable(flush.toString(), heads.toArray(String[]::new))
                .leavesOut(bars.toArray(String[]::new))
                .leavesOut(figures.stream()
                        .map(figure -> figure.column(place))
                        .filter(column -> column.givesWay() > 0)
                        .sorted(Comparator.comparingInt(Column::givesWay))
                        .map(Column::heading)
                        .toArray(String[]::new));
    }

    /** The cells of a row. */
    public static <T> List<String> row(List<Figure<T>> figures, Place place, T subject, String absent) {
        return figures.stream()
                .map(figure -> figure.text(subject, place))
                .map(text -> text == null ? absent : text)
                .toList();
    }

    /** A table with a line for each figure of one subject that it has. */
    public static <T> TextTable lines(TextTable table, List<Figure<T>> figures, T subject) {
        for (Figure<T> figure : figures) {
            String text = figure.text(subject, Place.TERMINAL);
            if (text != null) {
                table.row(figure.column(Place.TERMINAL).heading(), text);
            }
        }
        return table;
    }

    /** What stands beneath the tables of these figures, a sentence each. */
    public static <T> List<String> footnotes(FigureTable<T> table) {
        return heads(table.in(Place.FOOTNOTE), Place.FOOTNOTE);
    }

    /** What stands beneath tables of these figures, a sentence each. */
    public static <T> List<String> footnotes(List<Figure<T>> figures) {
        return heads(figures, Place.FOOTNOTE);
    }

    /** A line of CSV for each subject. */
    public static <T> String csv(List<Figure<T>> figures, List<T> subjects) {
        return table(figures, subjects).csv();
    }

    /** The same for programs that read other forms. */
    public static <T> CellTable table(List<Figure<T>> figures, List<T> subjects) {
        return new CellTable(
                heads(figures, Place.CSV),
                figures.stream().map(Figure::cell).toList(),
                subjects.stream()
                        .map(subject -> figures.stream()
                                .map(figure -> figure.csv(subject))
                                .toList())
                        .toList());
    }

    private static <T> List<String> heads(List<Figure<T>> figures, Place place) {
        return figures.stream().map(figure -> figure.column(place).heading()).toList();
    }
}
