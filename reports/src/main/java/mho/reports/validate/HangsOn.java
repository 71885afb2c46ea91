package mho.reports.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mho.reports.medium.CsvLines;

/**
 * What rows hang on most, kept: computing it takes minutes. The file is what {@code mho validate --tornado --top 1 --csv} prints; a row that
 * nothing assumed moves is not in it.
 */
final class HangsOn {
    private static final String FILE = "hangs-on.csv";

    /** Read when the first row asks. */
    private static final Map<String, String> KEPT = read();

    private HangsOn() {}

    /** In short, of a row by its name; empty where nothing is kept. */
    static String of(String row) {
        return KEPT.getOrDefault(row, "");
    }

    private static Map<String, String> read() {
        try (InputStream in = HangsOn.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("what rows hang on, " + FILE + ", is missing from the program");
            }
            Map<String, String> kept = new HashMap<>();
            CsvLines.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .forEach(line -> kept.put(line.get("row"), line.get("told")));
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
