package mho.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mho.reports.cli.Main;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The command line, asked from within.
 *
 * @param project its directory
 */
record Mho(Path project) {
    private static final CSVFormat TABLE =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** What a command prints; one that fails stops the build with its message. */
    String said(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(words, stream(out), stream(err));
        if (code != 0) {
            throw new IllegalStateException(
                    "mho " + String.join(" ", words) + ": " + code + ", " + err.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Names of its commands, in the order of its help. */
    List<String> commands() {
        return List.copyOf(Main.commands().getSubcommands().keySet());
    }

    /** The lines of a table that it prints. */
    List<CSVRecord> table(String... words) throws IOException {
        return TABLE.parse(new StringReader(said(words))).getRecords();
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
