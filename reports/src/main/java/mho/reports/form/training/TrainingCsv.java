package mho.reports.form.training;

import java.util.ArrayList;
import java.util.List;
import mho.reports.medium.Csv;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;

/** {@code epochs.csv}: a line for each epoch, in SI base units. */
public final class TrainingCsv {
    private static final List<String> HEAD = List.of(
            "epoch",
            "rate",
            "loss",
            "training_accuracy",
            "test_accuracy",
            "time_s",
            "energy_j",
            "cell_pulses",
            "saturated",
            "worn_pulses");

    private TrainingCsv() {}

    public static String of(Training training) {
        List<List<?>> lines = new ArrayList<>();
        for (TrainedEpoch epoch : training.epochs()) {
            lines.add(List.of(
                    epoch.learnt().epoch(),
                    epoch.learnt().rate(),
                    epoch.learnt().loss(),
                    epoch.learnt().trainAccuracy(),
                    epoch.learnt().testAccuracy(),
                    epoch.cost().timeS(),
                    epoch.cost().energyJ(),
                    epoch.cellPulses(),
                    epoch.saturated(),
                    epoch.worn()));
        }
        return Csv.of(HEAD, lines);
    }
}
