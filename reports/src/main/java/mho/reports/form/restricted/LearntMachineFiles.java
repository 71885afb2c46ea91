package mho.reports.form.restricted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.medium.Csv;
import mho.reports.restricted.LearntMachine;

/** The files of a machine that has learnt. */
public final class LearntMachineFiles {
    private LearntMachineFiles() {}

    /** By their names. */
    public static Map<String, String> of(LearntMachine learnt) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", learnt.config().yaml());
        files.put("learnt.json", LearntMachineJson.of(learnt));
        files.put("epochs.csv", epochs(learnt));
        return files;
    }

    /** A line for each epoch, in SI base units; likelihoods in nats. */
    public static String epochs(LearntMachine learnt) {
        return Csv.of(
                List.of("epoch", "likelihood", "time_s", "energy_j"),
                learnt.epochs().stream()
                        .map(epoch -> List.of(
                                Integer.toString(epoch.epoch()),
                                Csv.exact(epoch.likelihood()),
                                Csv.exact(epoch.seconds()),
                                Csv.exact(epoch.joules())))
                        .toList());
    }
}
