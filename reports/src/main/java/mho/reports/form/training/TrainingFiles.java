package mho.reports.form.training;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.reports.training.Training;

/** The files of a training, all but its page. */
public final class TrainingFiles {
    private TrainingFiles() {}

    /** By their names. */
    public static Map<String, String> of(Training training) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", training.yaml());
        files.put("training.json", TrainingJson.of(training));
        files.put("epochs.csv", TrainingCsv.of(training));
        return files;
    }
}
