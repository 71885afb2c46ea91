package mho.reports.page;

import java.io.IOException;
import java.util.List;
import mho.reports.figures.ComponentFigures;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RooflineFigures;
import mho.reports.medium.Json;
import mho.reports.metrics.Report;

/** What the charts of a report are drawn from, as report.js reads it. */
public final class ReportData {
    private ReportData() {}

    static ChartData of(Report report) {
        return ChartData.of(json -> {
            write(json, report);
            json.put("ledger", one -> ledger(one, report));
        });
    }

    /** The same without the ledger, into an object that may hold more. */
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

    /** What every energy is made of, line by line; sources by their number, for many lines share one. */
    private static void ledger(Json json, Report report) throws IOException {
        List<String> sources =
                report.entries().stream().map(Report.Entry::source).distinct().toList();
        json.putAll("sources", sources)
                .putEach(
                        "lines",
                        report.entries().stream()
                                .filter(line -> line.energyJ() > 0)
                                .toList(),
                        (one, line) -> one.put("layer", line.layer())
                                .put("part", line.component())
                                .put("action", line.action())
                                .put("count", line.count())
                                .put("energy", line.energyJ())
                                .put("source", (long) sources.indexOf(line.source())));
    }
}
