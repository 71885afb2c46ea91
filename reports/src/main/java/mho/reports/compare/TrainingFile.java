package mho.reports.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.core.yaml.MapNode;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;

/** A training.json, read back. */
final class TrainingFile {
    static final String SCHEMA = "mho.training/2";

    private final SavedFile file;

    private TrainingFile(SavedFile file) {
        this.file = file;
    }

    static TrainingFile parse(String file, String text) {
        return new TrainingFile(SavedFile.parse(file, text, SCHEMA, "mho train --config"));
    }

    String configSha256() {
        return file.text("/config_sha256");
    }

    SavedTraining training(String name, MapNode config) {
        file.number("/energy_j");
        List<SavedTraining.Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < file.list("/epochs").size(); i++) {
            String at = "/epochs/" + i;
            file.number(at + "/loss");
            epochs.add(new SavedTraining.Epoch(
                    file.text(at + "/limit"), figures(at, EpochFigures.TABLE.in(Place.COMPARED))));
        }
        return new SavedTraining(
                name,
                file.text("/chip"),
                file.text("/network"),
                file.at("/ideal").asBoolean(),
                (long) file.number("/seed"),
                configSha256(),
                figures("", TrainingFigures.JUDGED.metrics()),
                epochs,
                config);
    }

    private Map<String, Double> figures(String at, List<? extends Figure<?>> wanted) {
        Map<String, Double> figures = new HashMap<>();
        for (Figure<?> figure : wanted) {
            JsonNode value = file.at(at + "/" + figure.key());
            if (value.isNumber()) {
                figures.put(figure.key(), value.asDouble());
            }
        }
        return figures;
    }
}
