package mho.reports.figures;

import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.COMPARED;
import static mho.reports.figures.Place.CSV;
import static mho.reports.figures.Place.PAGE;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import mho.arch.element.LearntArrays;
import mho.reports.training.EpochCost;
import mho.reports.training.TrainedEpoch;
import org.jspecify.annotations.Nullable;

/** An epoch of a training: what was learnt in it, what it took, and what happened in the arrays of each layer. */
public final class EpochFigures {
    private static final FigureTable<EpochCost.Phase> PHASE = new FigureTable<>(
            "a phase of training",
            List.of(
                    words("phase", "phase", EpochCost.Phase::name)
                            .means("forward, gradient, reverse, update, or (static) for leakage")
                            .in(CHART, "phase"),
                    Figure.real("span_s", "span", Unit.SECOND, EpochCost.Phase::spanS)
                            .means(
                                    "of the first example, from the first layer that begins with it to the last one that ends")
                            .in(CHART, "span"),
                    Figure.real("energy_j", "energy", Unit.JOULE, EpochCost.Phase::energyJ)
                            .means("of all examples")
                            .in(CHART, "energy")));

    public static final FigureTable<TrainedEpoch.Layer> LAYER = new FigureTable<>(
            "a layer in an epoch",
            List.of(
                    words("layer", "layer", (TrainedEpoch.Layer layer) -> layer.means()
                                    .layer())
                            .means("as in the network")
                            .in(CHART, "layer")
                            .in(PAGE, "layer"),
                    ratio("mean_input", "mean |x|", (TrainedEpoch.Layer layer) -> layer.means()
                                    .meanInput())
                            .means("mean size of the values of its input")
                            .in(PAGE, "mean |x|"),
                    ratio("mean_error", "mean |d|", (TrainedEpoch.Layer layer) -> layer.means()
                                    .meanError())
                            .means("mean size of what the loss gains for each of its sums")
                            .in(PAGE, "mean |d|"),
                    Figure.real("zero_errors", "zero errors", Unit.SHARE, (TrainedEpoch.Layer layer) -> layer.means()
                                    .zeroErrors())
                            .means("part of its sums for which that is 0"),
                    count("updates", "updates", LearntArrays::updates)
                            .means("outer products; this and what follows are null where weights are ideal"),
                    count("slots", "slots", LearntArrays::slots).means("of the pulse trains of these updates"),
                    count("line_pulses", "line pulses", LearntArrays::linePulses)
                            .means("pulses on rows and columns"),
                    count("cell_pulses", "cell pulses", LearntArrays::cellPulses)
                            .means("pulses of updates on cells")
                            .in(CHART, "pulses")
                            .in(PAGE, "cell pulses"),
                    count("transfer_pulses", "transfer pulses", LearntArrays::transferPulses)
                            .means("pulses on cells of transfers, refreshes and carries")
                            .in(CHART, "transferred")
                            .in(PAGE, "transfer pulses"),
                    count("line_reads", "line reads", LearntArrays::lineReads).means("whole lines read for them"),
                    count("resets", "resets", LearntArrays::resets).means("of single cells"),
                    count("cells", "cells", LearntArrays::cells)
                            .means("of all its arrays")
                            .in(CHART, "cells")
                            .in(PAGE, "cells"),
                    count("saturated", "cells at a bound", LearntArrays::saturated)
                            .means("cells that stand at a bound behind the epoch")
                            .in(CHART, "saturated")
                            .in(PAGE, "at a bound"),
                    count("worn_pulses", "worn", LearntArrays::worn)
                            .means("pulses on its most worn cell since the training began")
                            .in(CHART, "worn")
                            .in(PAGE, "worn"),
                    Figure.real("forward_reads", "reads", Unit.RATIO, of(LearntArrays::forwardReads))
                            .means("of a vector forward, repeats counted, the mean"),
                    Figure.real("lost", "lost", Unit.SHARE, of(LearntArrays::lost))
                            .means(
                                    "part of the steps that updates asked for which became no pulse, being less than a pulse can say; 0 where fewer than 1,000 were asked for, or pulses do not follow the size of what is asked")
                            .in(PAGE, "lost")));

    public static final FigureTable<TrainedEpoch> TABLE = new FigureTable<>(
            "an epoch",
            List.of(
                    Figure.whole("epoch", "epoch", Unit.NONE, (TrainedEpoch epoch) ->
                                    (long) epoch.learnt().epoch())
                            .means("its number, from 1")
                            .in(CSV, "epoch")
                            .in(PAGE, "epoch")
                            .in(CHART, "epoch"),
                    Figure.whole("examples", "examples", Unit.COUNT, (TrainedEpoch epoch) -> (long) epoch.examples())
                            .means("that were learnt in it"),
                    seen(ratio("rate", "rate", (TrainedEpoch epoch) -> epoch.learnt()
                                            .rate())
                                    .means("the learning rate"))
                            .in(PAGE, "rate"),
                    seen(ratio("loss", "loss", (TrainedEpoch epoch) -> epoch.learnt()
                                            .loss())
                                    .means("mean over the examples as they were met, each before its update"))
                            .in(COMPARED, "loss")
                            .in(PAGE, "loss")
                            .in(CHART, "loss"),
                    seen(Figure.real(
                                            "training_accuracy",
                                            "training accuracy",
                                            Unit.SHARE,
                                            (TrainedEpoch epoch) ->
                                                    epoch.learnt().trainAccuracy())
                                    .means("of the examples as they were met, each before its update"))
                            .in(COMPARED, "training")
                            .in(PAGE, "training accuracy")
                            .in(CHART, "training"),
                    seen(Figure.real(
                                            "test_accuracy",
                                            "test accuracy",
                                            Unit.SHARE,
                                            (TrainedEpoch epoch) ->
                                                    epoch.learnt().testAccuracy())
                                    .means("of inputs that nothing is learnt from, behind the epoch"))
                            .in(COMPARED, "test")
                            .in(PAGE, "test accuracy")
                            .in(CHART, "test"),
                    seen(Figure.real("time_s", "time", Unit.SECOND, (TrainedEpoch epoch) -> epoch.cost()
                                            .timeS())
                                    .means("latency of the first example, then the steady interval for each other"))
                            .in(COMPARED, "time")
                            .in(PAGE, "time")
                            .in(CHART, "time"),
                    seen(Figure.real("energy_j", "energy", Unit.JOULE, (TrainedEpoch epoch) -> epoch.cost()
                                            .energyJ())
                                    .means("of all examples, with what leaks meanwhile"))
                            .in(COMPARED, "energy")
                            .in(PAGE, "energy")
                            .in(CHART, "energy"),
                    words("limit", "limited by", (TrainedEpoch epoch) -> epoch.cost()
                                    .limit())
                            .means("the resource that keeps examples from following faster"),
                    Figure.whole("cell_pulses", "pulses", Unit.COUNT, TrainedEpoch::cellPulses)
                            .means("on cells, transfers included")
                            .in(CSV, "cell_pulses")
                            .in(PAGE, "pulses")
                            .in(COMPARED, "pulses"),
                    seen(Figure.real("saturated", "at a bound", Unit.SHARE, TrainedEpoch::saturated)
                                    .means("part of the cells that stand at a bound behind it"))
                            .in(COMPARED, "at a bound")
                            .in(PAGE, "at a bound"),
                    Figure.whole("worn_pulses", "worn", Unit.COUNT, TrainedEpoch::worn)
                            .means("pulses on the most worn cell since the training began")
                            .in(CSV, "worn_pulses")
                            .in(PAGE, "worn")
                            .in(COMPARED, "worn"),
                    rows(
                                    "phases",
                                    "phases",
                                    (TrainedEpoch epoch) -> epoch.cost().phases(),
                                    PHASE)
                            .in(CHART, "phases"),
                    rows("layers", "layers", TrainedEpoch::layers, LAYER).in(CHART, "layers")));

    private EpochFigures() {}

    private static <T> Figure<T> ratio(String key, String label, ToDoubleFunction<T> of) {
        return Figure.real(key, label, Unit.RATIO, (T subject) -> Double.valueOf(of.applyAsDouble(subject)));
    }

    /** In epochs.csv, to the last bit. */
    private static Figure<TrainedEpoch> seen(Figure<TrainedEpoch> figure) {
        return figure.in(CSV, Column.exactly(figure.key(), figure::number));
    }

    private static Figure<TrainedEpoch.Layer> count(String key, String label, ToLongFunction<LearntArrays> of) {
        return Figure.whole(key, label, Unit.COUNT, of(of::applyAsLong));
    }

    private static <V> Function<TrainedEpoch.Layer, @Nullable V> of(Function<LearntArrays, V> of) {
        return layer -> {
            LearntArrays arrays = layer.arrays();
            return arrays == null ? null : of.apply(arrays);
        };
    }
}
