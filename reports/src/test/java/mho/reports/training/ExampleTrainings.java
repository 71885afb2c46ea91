package mho.reports.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mho.arch.element.LearntArrays;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.config.NamedInputs;
import mho.reports.config.TrainingConfig;
import mho.reports.config.TrainingRequest;
import mho.workloads.training.EpochRecord;
import mho.workloads.training.LayerMeans;

/** Trainings that nobody computed: their numbers are made up, their form is that of others. */
public final class ExampleTrainings {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u2028\"'&";

    private ExampleTrainings() {}

    /** Three epochs of two layers, in cells. */
    public static Training inCells() {
        return training("mlp", List.of("dense1", "dense2"), false);
    }

    /** The same in floating point. */
    public static Training ideal() {
        return training("mlp", List.of("dense1", "dense2"), true);
    }

    /** With names that would be markup. */
    public static Training hostile() {
        return training(HOSTILE, List.of(HOSTILE, "<b>two</b>"), false);
    }

    private static TrainingConfig.Loaded config(boolean ideal) {
        MapNode asked = (MapNode) Yaml.parse(
                "training.yaml", "{network: mlp, data: fashion-mnist-1000, epochs: 3, ideal: " + ideal + "}");
        TrainingRequest.Asked request = TrainingRequest.bind(asked, "");
        return request.config(new NamedInputs(), request.settings());
    }

    private static Training training(String name, List<String> layers, boolean ideal) {
        List<TrainedEpoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            epochs.add(epoch(epoch, layers, ideal));
        }
        List<LearntDistribution> distributions = new ArrayList<>();
        for (String layer : layers) {
            List<Long> cells = ideal ? List.of() : Collections.nCopies(LearntDistribution.BINS, 3L);
            float[] before = {-0.5f, 0, 0.5f};
            float[] behind = {-1, 0.25f, 1};
            distributions.add(LearntDistribution.of(layer, before, behind, cells, cells));
        }
        return new Training(config(ideal), ideal ? "analog-train" : name, name, 200, epochs, distributions);
    }

    private static TrainedEpoch epoch(int epoch, List<String> layers, boolean ideal) {
        List<LayerMeans> means = new ArrayList<>();
        List<LearntArrays> arrays = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            means.add(new LayerMeans(layers.get(i), 0.3, 0.02 * (i + 1), 0.1));
            arrays.add(new LearntArrays(
                    i + 1,
                    100,
                    500,
                    9000,
                    40_000L / epoch,
                    0,
                    0,
                    0,
                    0,
                    0,
                    1000,
                    10 * i,
                    50L * epoch,
                    100,
                    110,
                    50_000,
                    i == 0 ? 10_000 : 49_000));
        }
        EpochCost cost = new EpochCost(
                1e-3,
                2e-6,
                List.of(
                        new EpochCost.Phase("forward", 4e-6, 1e-6),
                        new EpochCost.Phase("update", 2e-6, 8e-7),
                        new EpochCost.Phase("(static)", 0, 2e-7)),
                "dense1.copy[0].tile[0].arrays");
        return new TrainedEpoch(
                new EpochRecord(epoch, 0.01, 2.0 / epoch, 0.3 * epoch, 0.25 * epoch, means),
                100,
                ideal ? List.of() : arrays,
                cost);
    }
}
