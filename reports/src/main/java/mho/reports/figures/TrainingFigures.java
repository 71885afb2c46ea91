package mho.reports.figures;

import static mho.reports.figures.Figure.flag;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.OBJECTIVE;
import static mho.reports.figures.Place.PAGE;

import java.util.List;
import java.util.function.Function;
import mho.reports.training.LearntDistribution;
import mho.reports.training.Training;

/** A training as a whole: training.json from end to end, and the metrics that trainings are judged by. */
public final class TrainingFigures {
    private static final FigureTable<LearntDistribution> DISTRIBUTION = new FigureTable<>(
            "how a layer's weights and cells are distributed",
            List.of(
                    words("layer", "layer", LearntDistribution::layer)
                            .means("as in the network")
                            .in(CHART, "layer"),
                    real("weight_from", "lowest weight", Unit.RATIO, LearntDistribution::from)
                            .means("lowest weight of the layer before training or behind it, biases included")
                            .in(CHART, "from"),
                    real("weight_to", "highest weight", Unit.RATIO, LearntDistribution::to)
                            .means("highest weight")
                            .in(CHART, "to"),
                    counts("weights_before", "weights before", LearntDistribution::weightsBefore)
                            .means("weights, as they are read, in each of 40 equal parts of what lies between")
                            .in(CHART, "weightsBefore"),
                    counts("weights_after", "weights behind", LearntDistribution::weightsAfter)
                            .means("the same behind the last epoch")
                            .in(CHART, "weightsAfter"),
                    counts("cells_before", "cells before", LearntDistribution::cellsBefore)
                            .means(
                                    "cells in each of 40 equal parts of the mean device's window, from its lowest conductance to its highest, those beyond it in the outermost; empty where weights are ideal")
                            .in(CHART, "cellsBefore"),
                    counts("cells_after", "cells behind", LearntDistribution::cellsAfter)
                            .means("the same behind the last epoch")
                            .in(CHART, "cellsAfter")));

    /** All of training.json but its first and its last field. */
    public static final FigureTable<Training> TABLE = new FigureTable<>(
            "a training",
            List.of(
                    words("chip", "chip", Training::chip).means("name in the chip file"),
                    words("network", "network", Training::network).means("name of the network"),
                    flag("ideal", "ideal", Training::isIdeal)
                            .means("whether weights were kept in floating point, not in the chip's cells"),
                    whole("seed", "seed", Unit.NONE, Training::seed)
                            .means("of cells, first weights, the order of examples, noise"),
                    words("config_sha256", "hash of the configuration", Training::configSha256)
                            .means("SHA-256 of `config.yaml` without its `set-by`"),
                    whole("tests", "tests", Unit.COUNT, (Training training) -> (long) training.tests())
                            .means("inputs that it was tested on behind each epoch"),
                    real("test_accuracy", "test accuracy", Unit.SHARE, (Training training) -> training.last()
                                    .learnt()
                                    .testAccuracy())
                            .means("behind the last epoch, of inputs that nothing was learnt from")
                            .asMetric()
                            .in(
                                    PAGE,
                                    Column.<Training>of("Test accuracy")
                                            .beside(training -> "of " + training.tests() + " inputs"))
                            .in(OBJECTIVE, Column.<Training>of("max").behind("time_s")),
                    real(
                                    "test_accuracy_error",
                                    "standard error of the test accuracy",
                                    Unit.SHARE,
                                    Training::testAccuracyError)
                            .means("its standard error, sqrt(p (1 - p) / n)")
                            .asMetric(),
                    real("training_accuracy", "training accuracy", Unit.SHARE, (Training training) -> training.last()
                                    .learnt()
                                    .trainAccuracy())
                            .means("of the examples of the last epoch as they were met, each before its update")
                            .asMetric()
                            .in(PAGE, "Training accuracy"),
                    real("loss", "loss", Unit.RATIO, (Training training) -> training.last()
                                    .learnt()
                                    .loss())
                            .means("mean of the last epoch, over the same")
                            .asMetric()
                            .in(PAGE, "Loss"),
                    real("energy_j", "energy", Unit.JOULE, Training::energyJ)
                            .means("of all epochs, with what leaks meanwhile")
                            .asMetric()
                            .in(PAGE, "Energy")
                            .in(OBJECTIVE, "min"),
                    real("time_s", "time", Unit.SECOND, Training::timeS)
                            .means("of all epochs, at the steady interval of examples")
                            .asMetric()
                            .in(PAGE, "Time")
                            .in(OBJECTIVE, "min"),
                    whole("cell_pulses", "pulses", Unit.COUNT, Training::cellPulses)
                            .means("on cells, transfers included, of all epochs")
                            .asMetric()
                            .in(PAGE, "Pulses on cells"),
                    real("saturated", "at a bound", Unit.SHARE, (Training training) -> training.last()
                                    .saturated())
                            .means("part of the cells that stand at a bound in the end")
                            .asMetric()
                            .in(PAGE, "Cells at a bound"),
                    whole("worn_pulses", "worn", Unit.COUNT, (Training training) -> training.last()
                                    .worn())
                            .means("pulses on the most worn cell")
                            .asMetric()
                            .in(PAGE, "Most worn cell"),
                    rows("distributions", "distributions", Training::distributions, DISTRIBUTION)
                            .in(CHART, "distributions"),
                    rows("epochs", "epochs", Training::epochs, EpochFigures.TABLE)
                            .in(CHART, "epochs")));

    /** What sweeps, conditions and comparisons judge trainings by. */
    public static final MetricTable<Training> JUDGED = new MetricTable<>(TABLE.in(Place.METRIC), TABLE.in(OBJECTIVE));

    private TrainingFigures() {}

    private static Figure<LearntDistribution> counts(
            String key, String label, Function<LearntDistribution, List<Long>> of) {
        return Figure.of(key, label, Unit.COUNT, new Content.AllNumbers<>(of));
    }
}
