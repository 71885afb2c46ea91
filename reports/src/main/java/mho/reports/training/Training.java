package mho.reports.training;

import java.util.List;
import mho.reports.config.TrainingConfig;
import org.jspecify.annotations.Nullable;

/**
 * A training that is over, or as far as it has come.
 *
 * @param chip its name
 * @param network its name
 * @param tests inputs that it is tested on behind each epoch
 * @param epochs from the first on
 * @param distributions of weights and cells, layer by layer
 */
public record Training(
        TrainingConfig.Loaded config,
        String chip,
        String network,
        int tests,
        List<TrainedEpoch> epochs,
        List<LearntDistribution> distributions) {
    public Training {
        epochs = List.copyOf(epochs);
        distributions = List.copyOf(distributions);
    }

    public double timeS() {
        return epochs.stream().mapToDouble(epoch -> epoch.cost().timeS()).sum();
    }

    public double energyJ() {
        return epochs.stream().mapToDouble(epoch -> epoch.cost().energyJ()).sum();
    }

    /** Pulses on cells, transfers included, of all epochs. */
    public long cellPulses() {
        return epochs.stream().mapToLong(TrainedEpoch::cellPulses).sum();
    }

    /** Standard error of the last test accuracy, sqrt(p (1 - p) / n); null without tests. */
    public @Nullable Double testAccuracyError() {
        double right = last().learnt().testAccuracy();
        return tests == 0 || Double.isNaN(right) ? null : Double.valueOf(Math.sqrt(right * (1 - right) / tests));
    }

    /** Whether weights were kept in floating point. */
    public boolean isIdeal() {
        return config.config().ideal();
    }

    /** Digest of its configuration. */
    public String configSha256() {
        return config.sha256();
    }

    /** Its configuration as a file. */
    public String yaml() {
        return config.yaml();
    }

    public long seed() {
        return config.config().training().seed();
    }

    /** The last epoch. */
    public TrainedEpoch last() {
        return epochs.get(epochs.size() - 1);
    }
}
