package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import mho.arch.machine.LayerValues;
import mho.arch.machine.Values;
import mho.reports.medium.PageText;
import mho.reports.metrics.Definition;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** What the arrays computed: answers as a whole, deviations layer by layer. */
final class ReportValues {
    private ReportValues() {}

    static Section section(Report report, Values values) {
        return Section.of(
                "values",
                "Values",
                new Block.Facts(facts(values)),
                new Block.Pair(
                        new Block.Chart(
                                "sqnr",
                                "SQNR of each layer",
                                Summary.sentence(Definition.SQNR) + " The more, the better; 6 dB are a bit.",
                                "value-table"),
                        new Block.Chart(
                                "clipping",
                                "Clipping and saturation of each layer",
                                "Parts of all conversions, integrations, inputs and outputs that ran out of range.",
                                "value-table")),
                new Block.Table(table(report)));
    }

    private static List<Block.Fact> facts(Values values) {
        List<Block.Fact> facts = new ArrayList<>();
        String inputs = "of " + PageText.plural(values.images(), "input");
        if (values.accuracy() != null) {
            facts.add(new Block.Fact(
                    "Accuracy",
                    PageText.percent(values.accuracy()),
                    inputs + "; " + PageText.percent(values.floatAccuracy()) + " in floating point",
                    "Inputs whose largest output is that of the label."));
        }
        facts.add(new Block.Fact(
                "Agreement",
                PageText.percent(values.agreement()),
                inputs,
                "Inputs whose largest output is that of the network in floating point."));
        facts.add(new Block.Fact(
                "SQNR of the output",
                decibels(values.sqnrDb()),
                "",
                "Energy of the network's outputs in floating point over that of the deviation from them."));
        facts.add(new Block.Fact(
                "Network inputs clipped",
                PageText.percent(values.inputsClipped()),
                "",
                Definition.NETWORK_INPUTS_CLIPPED.words()));
        facts.add(new Block.Fact(
                "Calibrated on",
                PageText.plural(values.calibration(), "input"),
                "of " + values.calibrationData(),
                "Inputs that converters' and drivers' ranges were fitted to; none of the tested ones."));
        return facts;
    }

    private static DataTable table(Report report) {
        return new DataTable(
                "value-table",
                "Layers in arrays",
                List.of(
                        DataTable.Column.text("layer", ""),
                        number("SQNR", Definition.SQNR),
                        number("clipped", Definition.CLIPPED),
                        number("saturated", Definition.SATURATED),
                        number("driver inputs clipped", Definition.DRIVER_INPUTS_CLIPPED),
                        number("outputs clipped", Definition.OUTPUTS_CLIPPED),
                        number("mean input", Definition.MEAN_INPUT),
                        number("rows driven", Definition.ROWS_DRIVEN)),
                report.layers().stream()
                        .filter(layer -> layer.values() != null)
                        .map(ReportValues::row)
                        .toList());
    }

    private static DataTable.Row row(LayerRow layer) {
        LayerValues values = java.util.Objects.requireNonNull(layer.values());
        return DataTable.Row.of(
                DataTable.Cell.text(layer.name()),
                DataTable.Cell.number(decibels(values.sqnrDb()), values.sqnrDb()),
                LayerTables.percent(values.clipped()),
                LayerTables.percent(values.saturated()),
                LayerTables.percent(values.inputsClipped()),
                LayerTables.percent(values.outputsClipped()),
                LayerTables.percent(values.activity()),
                LayerTables.percent(values.driven()));
    }

    private static DataTable.Column number(String label, Definition meaning) {
        return DataTable.Column.number(label, "", meaning.words());
    }

    private static String decibels(double value) {
        return Double.isInfinite(value) ? "exact" : PageText.of(value, "dB");
    }
}
