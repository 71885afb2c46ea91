package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.OBJECTIVE;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.RUN_LINE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mho.arch.machine.Values;
import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** What the network computed, where data were given. */
public final class ValueFigures {
    public static final String ACCURACY = "accuracy";

    /** Within it accuracies are as good as equal. */
    public static final String ACCURACY_ERROR = "accuracy_error";

    private static final String LABELLED = ", which needs values and labels: run it with --data";

    static final FigureTable<Report> TABLE = new FigureTable<>(
            "values",
            List.of(
                    count("images", "inputs computed", values -> (long) values.images())
                            .means("inputs whose values were computed; `values` is there with `--data` only"),
                    count("calibration", "inputs calibrated on", values -> (long) values.calibration())
                            .means(
                                    "inputs that converters' and drivers' ranges were fitted to; none of the tested ones")
                            .in(
                                    TERMINAL,
                                    Column.of(
                                                    "calibrated on",
                                                    of(values ->
                                                            TerminalText.plural(values.calibration(), "other input")
                                                                    + " of " + values.calibrationData()))
                                            .behind("network_inputs_clipped"))
                            .in(
                                    PAGE,
                                    Column.of(
                                                    "Calibrated on",
                                                    of(values -> PageText.plural(values.calibration(), "input")))
                                            .beside(report ->
                                                    "of " + values(report).calibrationData())
                                            .behind("network_inputs_clipped")),
                    words("calibration_data", "data calibrated on", of(Values::calibrationData))
                            .means(
                                    "where they come from: the training set beside the data, what `--calibration-data` names, or the data themselves"),
                    share(ACCURACY, "accuracy", Values::accuracy)
                            .means("inputs whose largest output is that of the label")
                            .lacking(LABELLED)
                            .asMetric()
                            .in(OBJECTIVE, "max")
                            .in(RUN_LINE, "accuracy")
                            .in(TERMINAL, "accuracy", of(ValueFigures::accuracy))
                            .in(
                                    PAGE,
                                    Column.<Report>of("Accuracy")
                                            .beside(report -> "of "
                                                    + PageText.plural(
                                                            values(report).images(), "input") + "; "
                                                    + PageText.percent(
                                                            values(report).floatAccuracy()) + " in floating point")
                                            .where(report -> values(report).accuracy() != null)),
                    share(ACCURACY_ERROR, "standard error of the accuracy", Values::accuracyError)
                            .means("its standard error, sqrt(p (1 - p) / n); null without labels")
                            .lacking(LABELLED)
                            .asMetric(),
                    share("float_accuracy", "accuracy in floating point", Values::floatAccuracy)
                            .means("the same in floating point")
                            .lacking(LABELLED)
                            .asMetric(),
                    share("agreement", "agreement with floating point", Values::agreement)
                            .means("inputs whose largest output is that of the network in floating point")
                            .lacking(", which needs values: run it with --data")
                            .asMetric()
                            .in(
                                    TERMINAL,
                                    "agreement",
                                    of(values ->
                                            TerminalText.percent(values.agreement()) + " answers as in floating point"))
                            .in(
                                    PAGE,
                                    Column.<Report>of("Agreement")
                                            .beside(report -> "of "
                                                    + PageText.plural(
                                                            values(report).images(), "input"))),
                    real("sqnr_db", "SQNR", Unit.DECIBEL, of(Values::sqnrDb))
                            .means(
                                    "energy of the network's outputs in floating point over that of the deviation from them")
                            .lacking(": no values (run it with --data), or nothing deviates in them")
                            .asMetric()
                            .in(RUN_LINE, "SQNR")
                            .in(TERMINAL, "SQNR", of(values -> Unit.DECIBEL.text(values.sqnrDb()) + " at the output"))
                            .in(PAGE, "SQNR of the output"),
                    share("network_inputs_clipped", "network inputs clipped", Values::inputsClipped)
                            .means(Definition.NETWORK_INPUTS_CLIPPED)
                            .in(TERMINAL, "network inputs clipped")
                            .in(
                                    PAGE,
                                    Column.<Report>of("Network inputs clipped")
                                            .noted(Definition.NETWORK_INPUTS_CLIPPED.words()))));

    private ValueFigures() {}

    /** Whether it is a metric that takes values. */
    public static boolean needsValues(Figure<Report> metric) {
        return TABLE.figures().contains(metric);
    }

    private static <V> Function<Report, @Nullable V> of(Function<Values, @Nullable V> of) {
        return report -> {
            Values values = report.values();
            return values == null ? null : of.apply(values);
        };
    }

    private static Figure<Report> share(String key, String label, Function<Values, @Nullable Double> of) {
        return real(key, label, Unit.SHARE, of(of));
    }

    private static Figure<Report> count(String key, String label, Function<Values, @Nullable Long> of) {
        return whole(key, label, Unit.COUNT, of(of));
    }

    private static Values values(Report report) {
        return Objects.requireNonNull(report.values());
    }

    private static String accuracy(Values values) {
        return values.accuracy() == null
                ? "not known: the data have no labels (--labels)"
                : TerminalText.percent(values.accuracy()) + " of " + TerminalText.plural(values.images(), "input")
                        + ", " + TerminalText.percent(values.floatAccuracy()) + " in floating point";
    }
}
