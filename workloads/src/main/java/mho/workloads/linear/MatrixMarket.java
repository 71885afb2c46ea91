package mho.workloads.linear;

import java.util.List;
import java.util.Locale;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/**
 * A Matrix Market file: a line {@code %%MatrixMarket matrix coordinate|array real|integer|pattern general|symmetric|skew-symmetric},
 * comments, the size, then entries, counted from 1; of an array, all of them, column after column.
 */
final class MatrixMarket {
    private static final String HEAD = "%%matrixmarket";
    private static final int WORDS = 5;

    private final String where;
    private final List<String> lines;
    private boolean coordinate;
    private boolean pattern;
    private boolean mirrored;
    private double mirror = 1;
    private int at;

    MatrixMarket(String where, List<String> lines) {
        this.where = where;
        this.lines = lines;
        head();
    }

    private void head() {
        String[] words = words(lines.isEmpty() ? "" : lines.get(0).toLowerCase(Locale.ROOT));
        if (words.length != WORDS || !words[0].equals(HEAD) || !words[1].equals("matrix")) {
            throw bad(1, "expected \"%%MatrixMarket matrix coordinate real general\"; begin the file with such a line");
        }
        coordinate = oneOf(words[2], "coordinate", "array") == 0;
        pattern = oneOf(words[3], "real", "integer", "double", "pattern") == 3;
        int symmetry = oneOf(words[4], "general", "symmetric", "skew-symmetric");
        mirrored = symmetry > 0;
        mirror = symmetry == 2 ? -1 : 1;
        at = 1;
    }

    private int oneOf(String word, String... all) {
        for (int i = 0; i < all.length; i++) {
            if (all[i].equals(word)) {
                return i;
            }
        }
        throw bad(1, MessageText.quoted(word) + ": expected one of " + String.join(", ", all));
    }

    SparseMatrix matrix() {
        String[] size = next("the size");
        if (size.length != (coordinate ? 3 : 2)) {
            throw bad(at, "expected " + (coordinate ? "\"rows columns entries\"" : "\"rows columns\""));
        }
        int rows = whole(size[0], 0, Integer.MAX_VALUE);
        MatrixFile.checkSize(where, rows, whole(size[1], 0, Integer.MAX_VALUE));
        SparseMatrix.Entries entries = new SparseMatrix.Entries(rows);
        if (coordinate) {
            int count = whole(size[2], 0, Integer.MAX_VALUE);
            for (int i = 0; i < count; i++) {
                String[] words = next("entry " + (i + 1) + " of " + count);
                if (words.length != (pattern ? 2 : 3)) {
                    throw bad(at, "expected " + (pattern ? "\"row column\"" : "\"row column value\""));
                }
                int row = whole(words[0], 1, rows) - 1;
                int column = whole(words[1], 1, rows) - 1;
                put(entries, row, column, pattern ? 1 : number(words[2]));
            }
        } else {
            for (int column = 0; column < rows; column++) {
                for (int row = mirrored ? column : 0; row < rows; row++) {
                    put(entries, row, column, number(next("an entry of every row and column")[0]));
                }
            }
        }
        end();
        return entries.matrix();
    }

    private void put(SparseMatrix.Entries entries, int row, int column, double value) {
        entries.add(row, column, value);
        if (mirrored && row != column) {
            entries.add(column, row, mirror * value);
        }
    }

    double[] vector() {
        String[] size = next("the size");
        if (coordinate || size.length != 2) {
            throw bad(at, "a right-hand side is an array of one column: expected \"rows 1\"");
        }
        whole(size[1], 1, 1);
        double[] vector = new double[whole(size[0], 1, MatrixFile.MOST_ROWS)];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = number(next("number " + (i + 1) + " of " + vector.length)[0]);
        }
        end();
        return vector;
    }

    /** The words of the next line that says something. */
    private String[] next(String what) {
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (!line.isEmpty() && !line.startsWith("%")) {
                return words(line);
            }
        }
        throw new BadInput(where + ": ends before " + what + "; is it cut off?");
    }

    private void end() {
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (!line.isEmpty() && !line.startsWith("%")) {
                throw bad(at, "more entries than the size says; mend it");
            }
        }
    }

    private static String[] words(String line) {
        return line.strip().split("\\s+", -1);
    }

    private int whole(String text, int low, int high) {
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw bad(
                at,
                MessageText.quoted(text) + ": expected a whole number from " + low
                        + (high == Integer.MAX_VALUE ? " up" : " to " + high));
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw bad(at, MessageText.quoted(text) + ": expected a finite number");
    }

    private BadInput bad(int line, String what) {
        return new BadInput(where + ":" + line + ": " + what);
    }
}
