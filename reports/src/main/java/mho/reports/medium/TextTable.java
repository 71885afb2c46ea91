package mho.reports.medium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of text, names flush left, figures flush right. */
public final class TextTable {
    private final List<String> head;
    private final String flush;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<Integer>> leftOutFirst = new ArrayList<>();

    /**
     * @param flush one letter a column: l and r; w for text that is wrapped where there is no room for it, b for bars, which
     *     are not cut
     */
    public TextTable(String flush, String... head) {
        this.flush = flush;
        this.head = List.of(head);
    }

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A line across. */
    public TextTable rule() {
        rows.add(List.of());
        return this;
    }

    /** Columns that are left out where there is no room, the first ones first. */
    public TextTable leavesOut(String... columns) {
        Arrays.stream(columns).map(head::indexOf).map(List::of).forEach(leftOutFirst::add);
        return this;
    }

    /** The next ones to be left out, all of them or none. */
    public TextTable leavesOutTogether(List<Integer> columns) {
        leftOutFirst.add(List.copyOf(columns));
        return this;
    }

    /** As text. */
    public String on(Terminal terminal) {
        int[] natural = new int[flush.length()];
        measure(natural, head);
        rows.forEach(row -> measure(natural, row));
        ColumnFit fit = ColumnFit.of(natural, flush, leftOutFirst, terminal.width());
        String across = "─".repeat(fit.total()) + "\n";
        StringBuilder text = new StringBuilder();
        if (head.stream().anyMatch(h -> !h.isEmpty())) {
            StringBuilder line = new StringBuilder();
            print(line, fit, head);
            text.append(terminal.head(line.toString().stripTrailing())).append('\n');
            text.append(across);
        }
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                text.append(across);
            } else {
                print(text, fit, row);
            }
        }
        String missing = leftOutFirst.stream()
                .flatMap(List::stream)
                .filter(c -> !fit.columns().contains(c))
                .map(head::get)
                .filter(h -> !h.isEmpty())
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? text.toString()
                : text.append(terminal.paragraph("Too narrow for: " + missing + "\n"))
                        .toString();
    }

    /** The cells as they stand. */
    public String csv() {
        return Csv.of(keys(), rows);
    }

    /** The cells as they stand, an object a row. */
    public String json(String schema) {
        List<String> keys = keys();
        return Json.object(json -> json.put("schema", schema).putEach("rows", rows, (one, row) -> {
            for (int c = 0; c < row.size(); c++) {
                one.put(keys.get(c), row.get(c));
            }
        }));
    }

    private List<String> keys() {
        return head.stream().map(h -> h.replace(' ', '_')).toList();
    }

    private static void measure(int[] widths, List<String> row) {
        for (int c = 0; c < row.size(); c++) {
            widths[c] = Math.max(widths[c], length(row.get(c)));
        }
    }

    private void print(StringBuilder text, ColumnFit fit, List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        int lines = 1;
        for (int c : fit.columns()) {
            List<String> cell = broken(row.get(c), flush.charAt(c), fit.widths()[c]);
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        for (int l = 0; l < lines; l++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                int c = fit.columns().get(i);
                String cell = l < cells.get(i).size() ? cells.get(i).get(l) : "";
                String pad = " ".repeat(Math.max(0, fit.widths()[c] - length(cell)));
                line.append(flush.charAt(c) == ColumnFit.FIGURE ? pad + cell : cell + pad)
                        .append(" ".repeat(ColumnFit.GAP));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> broken(String cell, char kind, int width) {
        if (length(cell) <= width) {
            return List.of(cell);
        }
        if (kind != ColumnFit.WRAPPED) {
            return List.of(shortened(cell, width));
        }
        return WordWrap.text(cell, width, "")
                .lines()
                .map(line -> length(line) <= width ? line : shortened(line, width)) // a word that is too long
                .toList();
    }

    /** Without its middle: names differ at their ends. */
    private static String shortened(String name, int width) {
        int[] letters = name.codePoints().toArray();
        int tail = width / 2;
        int head = width - 1 - tail;
        return new String(letters, 0, head) + "…" + new String(letters, letters.length - tail, tail);
    }

    private static int length(String cell) {
        String seen = TerminalColour.without(cell);
        return seen.codePointCount(0, seen.length());
    }
}
