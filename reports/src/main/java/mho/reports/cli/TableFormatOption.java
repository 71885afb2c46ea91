package mho.reports.cli;

import picocli.CommandLine.Option;

/** In which forms tables are written beside CSV. */
final class TableFormatOption {
    private enum Format {
        CSV,
        PARQUET
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the table for programs: csv, or parquet for a Parquet file beside it. Default: csv")
    private Format format = Format.CSV;

    boolean parquet() {
        return format == Format.PARQUET;
    }
}
