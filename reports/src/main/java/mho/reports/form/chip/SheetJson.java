package mho.reports.form.chip;

import mho.reports.figures.SheetFigures;
import mho.reports.medium.Json;
import mho.reports.sheet.ChipSheet;

/** The data sheet of a chip as JSON, in SI base units. */
public final class SheetJson {
    private static final String SCHEMA = "mho.chip/1";

    private SheetJson() {}

    public static String of(ChipSheet sheet) {
        return Json.object(json -> SheetFigures.TABLE.write(json.put("schema", SCHEMA), sheet));
    }
}
