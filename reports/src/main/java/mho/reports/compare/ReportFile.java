package mho.reports.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** A report.json, read back. */
final class ReportFile {
    static final String SCHEMA = "mho.report/2";

    private final SavedFile file;

    private ReportFile(SavedFile file) {
        this.file = file;
    }

    static ReportFile parse(String file, String text) {
        return new ReportFile(SavedFile.parse(file, text, SCHEMA, "mho run --config"));
    }

    String configSha256() {
        return file.text("/run/config_sha256");
    }

    SavedRun run(String name, MapNode config) {
        return new SavedRun(
                name,
                file.text("/run/chip"),
                file.text("/run/network"),
                (int) file.number("/run/images"),
                (long) file.number("/run/seed"),
                file.text("/run/version"),
                configSha256(),
                file.text("/totals/bottleneck"),
                metrics(),
                layers(),
                components(),
                config);
    }

    private Map<String, Double> metrics() {
        file.number("/totals/energy_j");
        Map<String, Double> metrics = new HashMap<>();
        for (Figure<Report> metric : RunFigures.metrics()) {
            JsonNode value = file.at(RunFigures.pointer(metric));
            if (value.isNumber()) {
                metrics.put(metric.key(), value.asDouble());
            }
        }
        return metrics;
    }

    private List<SavedRun.Layer> layers() {
        List<SavedRun.Layer> layers = new ArrayList<>();
        for (int i = 0; i < file.list("/layers").size(); i++) {
            String at = "/layers/" + i;
            file.number(at + "/energy_j");
            Map<String, Double> figures = new HashMap<>();
            for (Figure<LayerRow> figure : LayerFigures.TABLE.in(Place.COMPARED)) {
                JsonNode own = file.at(at).path(figure.key());
                JsonNode value =
                        own.isNumber() ? own : file.at(at).path("values").path(figure.key());
                if (value.isNumber()) {
                    figures.put(figure.key(), value.asDouble());
                }
            }
            layers.add(new SavedRun.Layer(file.text(at + "/name"), file.text(at + "/kind"), figures));
        }
        return layers;
    }

    private Map<String, Double> components() {
        Map<String, Double> energies = new LinkedHashMap<>();
        for (int i = 0; i < file.list("/components").size(); i++) {
            String at = "/components/" + i;
            energies.put(file.text(at + "/name"), file.number(at + "/energy_j"));
        }
        return energies;
    }
}
