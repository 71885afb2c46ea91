package mho.reports.cli;

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
}
