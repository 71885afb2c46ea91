package mho.reports.medium;

import java.util.List;

/**
 * A table for programs, in whatever form they read.
 *
 * @param names of the columns
 * @param types of the columns
 * @param rows each with a text for every column; empty where there is nothing
 */
public record CellTable(List<String> names, List<CellType> types, List<List<String>> rows) {
    public CellTable {
        names = List.copyOf(names);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
    }

    /** As comma-separated values. */
    public String csv() {
        return Csv.of(names, rows);
    }
}
