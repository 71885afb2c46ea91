package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.COMPARED;
import static mho.reports.figures.Place.CSV;
import static mho.reports.figures.Place.FOOTNOTE;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import mho.arch.machine.LayerValues;

/** What the arrays of a layer computed, where data were given. */
public final class LayerValueFigures {
    public static final FigureTable<LayerValues> TABLE = new FigureTable<>(
            "the values of a layer",
            List.of(
                    real("sqnr_db", "SQNR", Unit.DECIBEL, LayerValues::sqnrDb)
                            .in(
                                    FOOTNOTE,
                                    "SQNR: energy of a layer's outputs in floating point over that of the deviation.")
                            .means(Definition.SQNR)
                            .in(CSV, "sqnr_db")
                            .in(CHART, "sqnr")
                            .in(TERMINAL, "SQNR")
                            .in(PAGE, "SQNR")
                            .in(COMPARED, "SQNR"),
                    ofArrays("clipped", "clipped", LayerValues::clipped)
                            .in(FOOTNOTE, "Clipped: conversions beyond the converters' range.")
                            .means(Definition.CLIPPED)
                            .in(CSV, "clipped")
                            .in(CHART, "clipped")
                            .in(COMPARED, "clipped"),
                    ofArrays("saturated", "saturated", LayerValues::saturated)
                            .in(FOOTNOTE, "Saturated: integrations at their limit.")
                            .means(Definition.SATURATED)
                            .in(CSV, "saturated")
                            .in(CHART, "saturated")
                            .in(TERMINAL, Column.<LayerValues>of("saturated").givingWay(3)),
                    share("driver_inputs_clipped", "driver inputs clipped", LayerValues::inputsClipped)
                            .in(FOOTNOTE, "Driver inputs clipped: beyond the drivers' codes;")
                            .means(Definition.DRIVER_INPUTS_CLIPPED)
                            .in(CSV, "driver_inputs_clipped")
                            .in(CHART, "driverInputsClipped"),
                    share("outputs_clipped", "outputs clipped", LayerValues::outputsClipped)
                            .in(FOOTNOTE, "outputs, and network inputs: beyond the buffers'.")
                            .means(Definition.OUTPUTS_CLIPPED)
                            .in(CSV, "outputs_clipped")
                            .in(CHART, "outputsClipped"),
                    ofArrays("input_activity", "mean input", LayerValues::activity)
                            .in(FOOTNOTE, "Mean input: over the largest.")
                            .means(Definition.MEAN_INPUT)
                            .in(CSV, "input_activity")
                            .in(CHART, "input")
                            .in(TERMINAL, Column.<LayerValues>of("mean input").givingWay(2)),
                    ofArrays("rows_driven", "rows driven", LayerValues::driven)
                            .means(Definition.ROWS_DRIVEN)
                            .in(CHART, "driven")
                            .in(TERMINAL, Column.<LayerValues>of("rows driven").givingWay(1))));

    private LayerValueFigures() {}

    /** A part of one, which the tables of values show under its label. */
    private static Figure<LayerValues> share(String key, String label, Function<LayerValues, Double> of) {
        return Figure.<LayerValues>real(key, label, Unit.SHARE, of::apply)
                .in(TERMINAL, label)
                .in(PAGE, label);
    }

    /** The same of what drives and converts; a layer that has neither shows none. */
    private static Figure<LayerValues> ofArrays(String key, String label, Function<LayerValues, Double> of) {
        return Figure.<LayerValues>real(
                        key, label, Unit.SHARE, values -> values.pulsesPerImage() > 0 ? of.apply(values) : null)
                .in(TERMINAL, label)
                .in(PAGE, label);
    }
}
