package mho.reports.form.sweep;

import mho.reports.medium.Json;

/** {@code sweep --json}: what was asked, and every point with its settings as written and its metrics in SI base units. */
public final class SweepJson {
    private static final String SCHEMA = "mho.sweep/1";

    private SweepJson() {}

    public static String of(SweepTable table) {
        return Json.object(json -> SweepFigures.of(table).write(json.put("schema", SCHEMA), table));
    }
}
