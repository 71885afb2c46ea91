package mho.reports.form;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, the first ones flush left, figures flush right. */
public final class Table {
    private final List<String> head;
    private final String flush;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param flush one letter a column: l or r */
    public Table(String flush, String... head) {
        this.flush = flush;
        this.head = List.of(head);
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A line across. */
    public Table rule() {
        rows.add(List.of());
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[flush.length()];
        measure(widths, head);
        rows.forEach(row -> measure(widths, row));
        int total = 2 * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        StringBuilder text = new StringBuilder();
        if (head.stream().anyMatch(h -> !h.isEmpty())) {
            print(text, widths, head);
            text.append("─".repeat(total)).append('\n');
        }
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                text.append("─".repeat(total)).append('\n');
            } else {
                print(text, widths, row);
            }
        }
        return text.toString();
    }

    private static void measure(int[] widths, List<String> row) {
        for (int c = 0; c < row.size(); c++) {
            widths[c] = Math.max(widths[c], length(row.get(c)));
        }
    }

    private void print(StringBuilder text, int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = row.get(c);
            String pad = " ".repeat(widths[c] - length(cell));
            line.append(flush.charAt(c) == 'l' ? cell + pad : pad + cell).append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
