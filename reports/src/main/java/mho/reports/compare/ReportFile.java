package mho.reports.compare;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.medium.Checksum;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** A report.json, read back. */
final class ReportFile {
    static final String SCHEMA = "mho.report/2";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final JsonNode root;

    private ReportFile(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static ReportFile parse(String file, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new BadInput(file + where + ": cut short, or no JSON; run it again into a new directory");
        }
        if (!root.isObject()) {
            throw new BadInput(file + ": cut short, or no report; run it again into a new directory");
        }
        String schema = root.path("schema").asText();
        if (!schema.equals(SCHEMA)) {
            throw new BadInput(file + ": its schema is " + MessageText.quoted(schema) + ", this mho compares \""
                    + SCHEMA + "\"; run it again with this mho (mho run --config)");
        }
        if (Checksum.of(text) == Checksum.State.BROKEN) {
            throw new BadInput(
                    file
                            + ": altered since it was written (its sha256 is that of another text); run it again into a new directory");
        }
        return new ReportFile(file, root);
    }

    String configSha256() {
        return text("/run/config_sha256");
    }

    SavedRun run(String name, MapNode config) {
        return new SavedRun(
                name,
                text("/run/chip"),
                text("/run/network"),
                (int) number("/run/images"),
                (long) number("/run/seed"),
                text("/run/version"),
                configSha256(),
                text("/totals/bottleneck"),
                metrics(),
                layers(),
                components(),
                config);
    }

    private Map<String, Double> metrics() {
        number("/totals/energy_j");
        Map<String, Double> metrics = new HashMap<>();
        for (Figure<Report> metric : RunFigures.metrics()) {
            JsonNode value = root.at(RunFigures.pointer(metric));
            if (value.isNumber()) {
                metrics.put(metric.key(), value.asDouble());
            }
        }
        return metrics;
    }

    private List<SavedRun.Layer> layers() {
        List<SavedRun.Layer> layers = new ArrayList<>();
        for (int i = 0; i < list("/layers").size(); i++) {
            String at = "/layers/" + i;
            number(at + "/energy_j");
            Map<String, Double> figures = new HashMap<>();
            for (Figure<LayerRow> figure : LayerFigures.TABLE.in(Place.COMPARED)) {
                JsonNode own = root.at(at).path(figure.key());
                JsonNode value =
                        own.isNumber() ? own : root.at(at).path("values").path(figure.key());
                if (value.isNumber()) {
                    figures.put(figure.key(), value.asDouble());
                }
            }
            layers.add(new SavedRun.Layer(text(at + "/name"), text(at + "/kind"), figures));
        }
        return layers;
    }

    private Map<String, Double> components() {
        Map<String, Double> energies = new LinkedHashMap<>();
        for (int i = 0; i < list("/components").size(); i++) {
            String at = "/components/" + i;
            energies.put(text(at + "/name"), number(at + "/energy_j"));
        }
        return energies;
    }

    private JsonNode list(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isArray()) {
            throw lacks(pointer, "a list");
        }
        return node;
    }

    private String text(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isTextual()) {
            throw lacks(pointer, "a text");
        }
        return node.asText();
    }

    private double number(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isNumber()) {
            throw lacks(pointer, "a number");
        }
        return node.asDouble();
    }

    private BadInput lacks(String pointer, String what) {
        return new BadInput(file + ": " + pointer.substring(1).replace('/', '.') + " should be " + what
                + " and is not; run it again into a new directory");
    }
}
