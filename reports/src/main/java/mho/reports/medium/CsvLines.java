package mho.reports.medium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Comma-separated values that mho wrote, read back. */
public final class CsvLines {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvLines() {}

    /** Cells of each line by the heads of their columns. */
    public static List<Map<String, String>> of(String text) {
        try (CSVParser lines = CSVParser.parse(text, FORMAT)) {
            List<Map<String, String>> all = new ArrayList<>();
            lines.forEach(line -> all.add(line.toMap()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
