package mho.reports.form.training;

import mho.reports.figures.TrainingFigures;
import mho.reports.medium.Json;
import mho.reports.training.Training;

/** {@code training.json}: everything in SI base units. */
public final class TrainingJson {
    private static final String SCHEMA = "mho.training/2";

    private TrainingJson() {}

    public static String of(Training training) {
        return Json.sealed(json -> TrainingFigures.TABLE.write(json.put("schema", SCHEMA), training));
    }
}
