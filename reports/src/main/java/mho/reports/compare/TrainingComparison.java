package mho.reports.compare;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.Figure;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;
import org.jspecify.annotations.Nullable;

/**
 * Two or more trainings side by side; the first is the base that all others are held against.
 *
 * @param configuration the settings that differ
 */
public record TrainingComparison(List<SavedTraining> trainings, List<ConfigDifference> configuration)
        implements FailureCheck.Judged<Training> {
    public TrainingComparison {
        trainings = List.copyOf(trainings);
        configuration = List.copyOf(configuration);
    }

    public static TrainingComparison of(List<SavedTraining> trainings) {
        return new TrainingComparison(
                trainings,
                ConfigDifference.between(
                        trainings.stream().map(SavedTraining::config).toList()));
    }

    @Override
    public List<String> names() {
        return trainings.stream().map(SavedTraining::name).toList();
    }

    @Override
    public FigureOfRuns totals(Figure<Training> metric) {
        List<@Nullable Double> values = new ArrayList<>();
        trainings.forEach(training -> values.add(training.metrics().get(metric.key())));
        return new FigureOfRuns(values);
    }

    /** Epochs of the one that has most. */
    public int epochs() {
        return trainings.stream()
                .mapToInt(training -> training.epochs().size())
                .max()
                .orElse(0);
    }

    /**
     * A figure of an epoch; null of a training that had ended before.
     *
     * @param epoch from 1
     */
    public FigureOfRuns of(int epoch, Figure<TrainedEpoch> figure) {
        List<@Nullable Double> values = new ArrayList<>();
        for (SavedTraining training : trainings) {
            values.add(
                    epoch > training.epochs().size()
                            ? null
                            : training.epochs().get(epoch - 1).figures().get(figure.key()));
        }
        return new FigureOfRuns(values);
    }
}
