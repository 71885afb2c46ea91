package mho.reports.figures;

/** Where a figure shows. */
public enum Place {
    /** A field of a JSON file, under the figure's own name. */
    JSON,
    /** A column of a CSV file. */
    CSV,
    /** A column or a line of a table on a terminal. */
    TERMINAL,
    /** A sentence beneath the tables on a terminal; it stands in place of a heading. */
    FOOTNOTE,
    /** A column or a fact of a page. */
    PAGE,
    /** The numbers behind the roofline of a page. */
    ROOFLINE,
    /** What the charts of a page are drawn from. */
    CHART,
    /** What design points are judged by: points.csv, constraints, objectives, the totals of a comparison. */
    METRIC,
    /** What the front of a sweep is better in where nobody says. */
    OBJECTIVE,
    /** What runs are compared by, layer by layer. */
    COMPARED,
    /** A column where many runs are compared, a line each. */
    RUN_LINE;

    /** Whether parts of a subject stand there as parts; else their figures stand among its own. */
    boolean nests() {
        return this == JSON || this == CHART;
    }
}
