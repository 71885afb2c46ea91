package mho.reports.form.anneal;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.reports.anneal.Annealing;

/** The files of an annealing. */
public final class AnnealingFiles {
    private AnnealingFiles() {}

    /** By their names. */
    public static Map<String, String> of(Annealing annealing) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", annealing.config().yaml());
        files.put("annealing.json", AnnealingJson.of(annealing));
        files.put("sweeps.csv", SweepsCsv.of(annealing));
        return files;
    }
}
