package mho.reports.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import mho.core.yaml.BadInput;
import picocli.CommandLine.Option;

/** For programs rather than people. */
final class OutputOption {
    @Option(names = "--json", description = "Prints JSON, in SI units")
    private boolean json;

    @Option(names = "--csv", description = "Prints CSV, in SI units")
    private boolean csv;

    /** What is printed. */
    enum Form {
        TEXT,
        JSON,
        CSV
    }

    Form form() {
        if (json && csv) {
            throw new BadInput("--json and --csv: both go to standard output, give one of them");
        }
        return json ? Form.JSON : csv ? Form.CSV : Form.TEXT;
    }

    /** Prints what was asked for, in the form that was asked for; where it was written is for people. */
    static void print(
            PrintWriter to,
            Form form,
            Supplier<String> json,
            Supplier<String> csv,
            Supplier<String> text,
            Path written) {
        switch (form) {
            case JSON -> to.print(json.get());
            case CSV -> to.print(csv.get());
            case TEXT -> {
                to.print(text.get());
                to.println("\nWritten to " + written);
            }
        }
        to.flush();
    }
}
