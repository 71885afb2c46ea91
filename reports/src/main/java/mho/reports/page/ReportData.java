package mho.reports.page;

import java.io.IOException;
import mho.reports.figures.ComponentFigures;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RooflineFigures;
import mho.reports.medium.Json;
import mho.reports.metrics.Report;

/** What the charts of a report are drawn from, as report.js reads it. */
public final class ReportData {
    private ReportData() {}

    static ChartData of(Report report, Unfolding unfolding) {
        return ChartData.of(json -> {
            write(json, report);
            json.put("made_of", unfolding::write);
        });
    }

    /** The same without what figures are made of, into an object that may hold more. */
    public static void write(Json json, Report report) throws IOException {
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
    }
}
