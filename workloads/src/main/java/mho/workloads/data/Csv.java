package mho.workloads.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in text: commas, semicolons, tabs or blanks between them, the first line may name the columns, lines that
 * begin with # are comments. Fields may stand in quotes, without separators inside.
 */
final class Csv {
    /** Of 400,000 numbers with twenty characters each; an input of VGG has 150,528. */
    private static final int LONGEST_LINE = 1 << 23;

    private final String where;
    private List<String> header = List.of();
    private @Nullable Separator separator;
    private float[] numbers = new float[1 << 10];
    private int count;
    private int columns;
    private int line;
    private final int most;

    private Csv(String where, int most) {
        this.where = where;
        this.most = most;
    }

    /** @param most rows to read, the first ones */
    static CsvTable read(String where, InputStream in, int most) throws IOException {
        return new Csv(where, most).table(in);
    }

    private CsvTable table(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String text = next(lines); text != null && !enough(); text = next(lines)) {
            String row = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!row.isBlank() && !row.startsWith("#")) {
                add(row);
            }
        }
        if (count == 0) {
            throw new BadInput(where + ": holds no numbers, give a table with a line for each input");
        }
        NumberStore.Floats cells = new NumberStore.Floats(Arrays.copyOf(numbers, count));
        return new CsvTable(where, cells, count / columns, columns, header);
    }

    /** The next line, or null behind the last. */
    private @Nullable String next(BufferedReader lines) throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        int letter = lines.read();
        if (letter < 0) {
            return null;
        }
        for (; letter >= 0 && letter != '\n' && letter != '\r'; letter = lines.read()) {
            text.append((char) letter);
            if (text.length() > LONGEST_LINE) {
                throw new BadInput(
                        "%s:%d: a line of more than %,d characters is no table of numbers; is the file damaged?"
                                .formatted(where, line, LONGEST_LINE));
            }
        }
        if (letter == '\r') {
            lines.mark(1);
            if (lines.read() != '\n') {
                lines.reset(); // a line's end by itself
            }
        }
        return text.toString();
    }

    private boolean enough() {
        return count > 0 && count / columns >= most;
    }

    private void add(String row) {
        boolean first = separator == null;
        if (separator == null) {
            separator = Separator.of(row);
        }
        List<String> fields = separator.split(row);
        if (first) {
            columns = fields.size();
            if (!fields.stream().allMatch(Csv::isNumber)) {
                header = fields.stream().map(Csv::bare).toList();
                return;
            }
        }
        if (fields.size() != columns) {
            throw new BadInput("%s:%d: has %,d fields where the lines before have %,d, mend that line"
                    .formatted(where, line, fields.size(), columns));
        }
        grow();
        for (int i = 0; i < columns; i++) {
            numbers[count++] = number(fields.get(i), i);
        }
    }

    private void grow() {
        if (numbers.length - count < columns) {
            int needed = FileArray.count(where, List.of(count / columns + 1L, (long) columns));
            long longer = Math.max(needed, Math.min(2L * numbers.length, FileArray.MOST));
            FileArray.checkMemory(where, 4 * longer);
            numbers = Arrays.copyOf(numbers, (int) longer);
        }
    }

    private float number(String field, int column) {
        try {
            return parse(bare(field));
        } catch (NumberFormatException e) {
            throw new BadInput("%s:%d: field %,d is %s, only numbers can be computed with; mend or leave out that line"
                    .formatted(where, line, column + 1, field.isBlank() ? "empty" : MessageText.quoted(field)));
        }
    }

    private static boolean isNumber(String field) {
        try {
            parse(bare(field));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** As Java has it, and not-a-number and infinity as others spell them, so that these are told for what they are. */
    private static float parse(String field) {
        if (!field.isEmpty() && field.length() < 4 && field.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(field);
        }
        String small = field.toLowerCase(Locale.ROOT);
        String unsigned = small.startsWith("-") || small.startsWith("+") ? small.substring(1) : small;
        return switch (unsigned) {
            case "nan" -> Float.NaN;
            case "inf", "infinity" -> small.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
            default -> {
                if (unsigned.endsWith("d") || unsigned.endsWith("f") || unsigned.startsWith("0x")) {
                    throw new NumberFormatException(field); // Java's own notations
                }
                yield (float) Double.parseDouble(field);
            }
        };
    }

    private static String bare(String field) {
        String stripped = field.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
    }

    private enum Separator {
        TAB("\t"),
        SEMICOLON(";"),
        COMMA(","),
        BLANKS(" ");

        private final String text;

        Separator(String text) {
            this.text = text;
        }

        static Separator of(String row) {
            return Arrays.stream(values())
                    .filter(separator -> row.contains(separator.text))
                    .findFirst()
                    .orElse(COMMA);
        }

        List<String> split(String row) {
            return List.of(this == BLANKS ? row.strip().split("[ ]+") : row.split(text, -1));
        }
    }
}
