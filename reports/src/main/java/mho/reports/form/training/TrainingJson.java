package mho.reports.form.training;

import mho.arch.element.LearntArrays;
import mho.reports.medium.Json;
import mho.reports.training.EpochCost;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;

/** {@code training.json}: everything in SI base units. */
public final class TrainingJson {
    private static final String SCHEMA = "mho.training/1";

    private TrainingJson() {}

    public static String of(Training training) {
        return Json.sealed(json -> json.put("schema", SCHEMA)
                .put("chip", training.chip())
                .put("network", training.network())
                .put("ideal", training.config().config().ideal())
                .put("seed", training.config().config().training().seed())
                .put("config_sha256", training.config().sha256())
                .put("time_s", training.timeS())
                .put("energy_j", training.energyJ())
                .putEach("epochs", training.epochs(), TrainingJson::epoch));
    }

    private static void epoch(Json json, TrainedEpoch epoch) throws java.io.IOException {
        json.put("epoch", epoch.learnt().epoch())
                .put("examples", epoch.examples())
                .put("rate", epoch.learnt().rate())
                .put("loss", epoch.learnt().loss())
                .put("training_accuracy", epoch.learnt().trainAccuracy())
                .put("test_accuracy", epoch.learnt().testAccuracy())
                .put("time_s", epoch.cost().timeS())
                .put("energy_j", epoch.cost().energyJ())
                .put("limit", epoch.cost().limit())
                .put("cell_pulses", epoch.cellPulses())
                .put("saturated", epoch.saturated())
                .put("worn_pulses", epoch.worn())
                .putEach("phases", epoch.cost().phases(), TrainingJson::phase)
                .putEach("layers", epoch.learnt().layers(), (layer, means) -> {
                    layer.put("layer", means.layer())
                            .put("mean_input", means.meanInput())
                            .put("mean_error", means.meanError())
                            .put("zero_errors", means.zeroErrors());
                    int at = epoch.learnt().layers().indexOf(means);
                    if (at < epoch.arrays().size()) {
                        arrays(layer, epoch.arrays().get(at));
                    }
                });
    }

    private static void phase(Json json, EpochCost.Phase phase) throws java.io.IOException {
        json.put("phase", phase.name()).put("span_s", phase.spanS()).put("energy_j", phase.energyJ());
    }

    private static void arrays(Json json, LearntArrays arrays) throws java.io.IOException {
        json.put("updates", arrays.updates())
                .put("slots", arrays.slots())
                .put("line_pulses", arrays.linePulses())
                .put("cell_pulses", arrays.cellPulses())
                .put("transfer_pulses", arrays.transferPulses())
                .put("line_reads", arrays.lineReads())
                .put("resets", arrays.resets())
                .put("cells", arrays.cells())
                .put("saturated", arrays.saturated())
                .put("worn_pulses", arrays.worn())
                .put("forward_reads", arrays.forwardReads());
    }
}
