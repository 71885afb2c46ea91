package mho.reports.medium;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values; lines end in \n. Spreadsheets take a cell that begins with {@code =}, {@code +}, {@code -} or {@code @} for a
 * formula, whatever quotes stand around it: names that do so get an apostrophe before them, which a spreadsheet takes for "this is text".
 * Numbers, with a unit or without, stand as they are. What a terminal would obey is written out, as in messages.
 */
public final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    private static final MathContext DIGITS = new MathContext(12);
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?:\\s*[\\p{L}%²/]+)?|[+-]?(?:Infinity|inf|NaN)");

    private Csv() {}

    /** As a spreadsheet and a terminal may have it. */
    static String cell(Object value) {
        String text = value.toString();
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return MessageText.lines(formula ? "'" + text : text);
    }

    public static String of(List<String> head, List<? extends List<?>> lines) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(head.stream().map(Csv::cell).toList());
            for (List<?> line : lines) {
                printer.printRecord(line.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Shortest text that reads back as the same double, whatever the Java; empty where there is no figure. */
    public static String exact(@Nullable Double figure) {
        return figure == null ? "" : NumberOutput.toString(figure, true);
    }

    /** Times a power of ten, to twelve digits; empty where there is no figure. */
    public static String scaled(@Nullable Double si, int power) {
        if (si == null || si == 0 || !Double.isFinite(si)) {
            return si == null || si != 0 ? "" : "0";
        }
        return new BigDecimal(si)
                .scaleByPowerOfTen(power)
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
