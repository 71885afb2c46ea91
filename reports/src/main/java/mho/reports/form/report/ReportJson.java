package mho.reports.form.report;

import mho.reports.figures.RunFigures;
import mho.reports.medium.Json;
import mho.reports.metrics.Report;

/** {@code report.json}: everything in SI base units. */
public final class ReportJson {
    private static final String SCHEMA = "mho.report/2";

    private ReportJson() {}

    public static String of(Report report) {
        return Json.sealed(json -> RunFigures.TABLE.write(json.put("schema", SCHEMA), report));
    }
}
