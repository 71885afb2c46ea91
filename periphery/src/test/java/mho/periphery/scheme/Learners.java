package mho.periphery.scheme;

import java.util.List;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.device.Device;
import mho.periphery.learning.CellState;

/** Schemes and devices for tests, as chip and device files would say them. */
final class Learners {
    static final double STEP = 0.001;

    /** Constant steps without any error, far from their bounds. */
    static final String IDEAL = "{kind: constant-step, step: 0.001, highest: 100, lowest: -100}";

    static final String SOFT =
            "{kind: soft-bounds, step: 0.001, step-spread: 0.3, up-down-spread: 0.1, pulse-noise: 0.3,"
                    + " highest-spread: 0.3, lowest-spread: 0.3, write-noise: 1}";

    private Learners() {}

    static UpdateScheme scheme(String yaml) {
        return Binder.bind(Yaml.parse("scheme", yaml), UpdateScheme.class);
    }

    static Device device(String name, String law) {
        return Binder.bind(
                Yaml.parse("device", "{device: " + name + ", about: for a test, source: assumed, update: " + law + "}"),
                Device.class);
    }

    static LearningCells cells(String scheme, String law, int rows, int columns, long seed) {
        return cells(scheme, law, rows, columns, 1, seed);
    }

    static LearningCells cells(String scheme, String law, int rows, int columns, double scale, long seed) {
        return scheme(scheme).cells(List.of(device("test", law)), rows, columns, scale, seed);
    }

    static float[] weights(LearningCells cells) {
        float[] weights = new float[cells.rows() * cells.columns()];
        cells.weights(weights);
        return weights;
    }

    static CellState state(LearningCells cells) {
        CellState state = new CellState();
        cells.save(state);
        return state;
    }

    /** Pulses that the populations have taken. */
    static long taken(LearningCells cells) {
        return cells.populations().stream()
                .mapToLong(each -> each.upPulses() + each.downPulses())
                .sum();
    }
}
