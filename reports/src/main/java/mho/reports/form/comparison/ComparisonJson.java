package mho.reports.form.comparison;

import mho.reports.compare.Comparison;
import mho.reports.medium.Json;

/** {@code compare --json}: SI base units; a list of figures has one entry for each run, in the order of the command line. */
public final class ComparisonJson {
    private static final String SCHEMA = "mho.comparison/1";

    private ComparisonJson() {}

    public static String of(Comparison comparison) {
        return Json.object(json -> ComparisonFigures.TABLE.write(json.put("schema", SCHEMA), comparison));
    }
}
