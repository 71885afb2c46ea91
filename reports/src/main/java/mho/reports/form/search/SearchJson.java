package mho.reports.form.search;

import mho.reports.medium.Json;

/** {@code search.json}: what was asked, what was found, how the front grew, which knobs matter, what the winner hangs on; SI base units. */
public final class SearchJson {
    private static final String SCHEMA = "mho.search/1";

    private SearchJson() {}

    public static String of(SearchTable table) {
        return Json.object(json -> SearchFigures.of(table).write(json.put("schema", SCHEMA), table));
    }
}
