package mho.reports.page;

import mho.reports.figures.ComponentFigures;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RooflineFigures;
import mho.reports.metrics.Report;

/** What the charts of a report are drawn from, as report.js reads it. */
final class ReportData {
    private ReportData() {}

    static ChartData of(Report report) {
        return ChartData.of(json -> {
            RooflineFigures.TABLE.write(json, report, Place.CHART);
            json.putEach(
                            "layers",
                            report.layers().stream()
                                    .filter(layer -> !layer.isStatic())
                                    .toList(),
                            (one, layer) -> LayerFigures.TABLE.write(one, layer, Place.CHART))
                    .putEach(
                            "components",
                            report.components(),
                            (one, part) -> ComponentFigures.TABLE.write(one, part, Place.CHART));
        });
    }
}
