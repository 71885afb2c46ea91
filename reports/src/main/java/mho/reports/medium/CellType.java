package mho.reports.medium;

/** What stands in a column of a table for programs. */
public enum CellType {
    /** Words, as they are. */
    WORDS,
    /** A whole number, or nothing. */
    WHOLE,
    /** A number, or nothing. */
    REAL
}
