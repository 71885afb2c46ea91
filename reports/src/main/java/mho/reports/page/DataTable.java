package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table a reader can sort, and filter if it is long. The first column names the row.
 *
 * @param id a plain word; links lead to it
 * @param filters labels of check boxes that leave only the rows marked with them
 */
public record DataTable(String id, String caption, List<Column> columns, List<Row> rows, List<String> filters) {
    /** More columns are many: paper has no room for their heads side by side. */
    public static final int MANY = 9;

    private static final int LONG = 36;

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        filters = List.copyOf(filters);
    }

    public DataTable(String id, String caption, List<Column> columns, List<Row> rows) {
        this(id, caption, columns, rows, List.of());
    }

    /**
     * A column.
     *
     * @param unit of all its figures, if they share one; empty if each cell says its own, or there is none
     * @param meaning definition, as a footnote; may be empty
     */
    public record Column(String label, String unit, boolean numeric, String meaning) {
        public static Column text(String label, String meaning) {
            return new Column(label, "", false, meaning);
        }

        public static Column number(String label, String unit, String meaning) {
            return new Column(label, unit, true, meaning);
        }
    }

    /**
     * A row.
     *
     * @param marks filters it passes
     */
    public record Row(List<Cell> cells, List<String> marks) {
        public Row {
            cells = List.copyOf(cells);
            marks = List.copyOf(marks);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), List.of());
        }
    }

    /**
     * A cell.
     *
     * @param order what a number sorts by; null for text, and for figures there are none of, which stand last
     * @param figure whose parts a click unfolds; null where the page has none
     */
    public record Cell(String text, @Nullable Double order, @Nullable String figure) {
        public Cell(String text, @Nullable Double order) {
            this(text, order, null);
        }

        public static Cell text(String text) {
            return new Cell(text, null);
        }

        public static Cell number(String shown, double order) {
            return new Cell(shown, order);
        }

        /** Where there is no figure. */
        public static Cell none() {
            return new Cell("–", null);
        }
    }

    /** The class of each column's cells: numbers; texts so long that they are better broken into lines; others. */
    List<String> styles() {
        List<String> styles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            boolean wide =
                    rows.stream().anyMatch(row -> row.cells().get(column).text().length() > LONG);
            styles.add(columns.get(i).numeric() ? "number" : wide ? "wide" : "plain");
        }
        return styles;
    }

    /** The definitions of its columns, each once, in the order of their numbers. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Column column : columns) {
            if (!column.meaning().isEmpty() && !notes.contains(column.meaning())) {
                notes.add(column.meaning());
            }
        }
        return notes;
    }

    /** Number of a column's footnote, from 1. */
    int note(Column column) {
        return notes().indexOf(column.meaning()) + 1;
    }
}
