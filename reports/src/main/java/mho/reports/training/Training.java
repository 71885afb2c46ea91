package mho.reports.training;

import java.util.List;
import mho.reports.config.TrainingConfig;

/**
 * A training that is over, or as far as it has come.
 *
 * @param chip its name
 * @param network its name
 * @param epochs those that were computed, in order
 */
public record Training(TrainingConfig.Loaded config, String chip, String network, List<TrainedEpoch> epochs) {
    public Training {
        epochs = List.copyOf(epochs);
    }

    public double timeS() {
        return epochs.stream().mapToDouble(epoch -> epoch.cost().timeS()).sum();
    }

    public double energyJ() {
        return epochs.stream().mapToDouble(epoch -> epoch.cost().energyJ()).sum();
    }

    /** The last epoch. */
    public TrainedEpoch last() {
        return epochs.get(epochs.size() - 1);
    }
}
