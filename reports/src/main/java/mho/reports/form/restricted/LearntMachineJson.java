package mho.reports.form.restricted;

import java.util.Map;
import mho.arch.element.LearntArrays;
import mho.reports.config.RestrictedConfig;
import mho.reports.medium.Json;
import mho.reports.restricted.LearntMachine;
import mho.reports.restricted.LikelihoodRecord;

/** {@code learnt.json}: everything but the epochs, in SI base units. */
public final class LearntMachineJson {
    private static final String SCHEMA = "mho.restricted/1";

    private LearntMachineJson() {}

    public static String of(LearntMachine learnt) {
        RestrictedConfig asked = learnt.config().config();
        LikelihoodRecord best = learnt.best();
        LearntArrays cells = learnt.cells();
        return Json.sealed(json -> json.put("schema", SCHEMA)
                .put("version", String.valueOf(asked.version()))
                .put("config_sha256", learnt.config().sha256())
                .put("chip", learnt.chip())
                .put("seed", asked.seed())
                .put("ideal", asked.ideal())
                .put("visible", learnt.visible())
                .put("hidden", learnt.hidden())
                .put("pictures", learnt.pictures())
                .put("arrays", learnt.arrays())
                .put("steps", asked.steps())
                .put("rate", asked.rate())
                .put("epochs", asked.epochs())
                .put("most_likelihood", learnt.most())
                .put("first_likelihood", learnt.first().likelihood())
                .put("last_likelihood", learnt.last().likelihood())
                .put("best", to -> to.put("likelihood", best.likelihood())
                        .put("epoch", best.epoch())
                        .put("time_s", best.seconds())
                        .put("energy_j", best.joules()))
                .put("time_s", learnt.last().seconds())
                .put("energy_j", learnt.last().joules())
                .putEach("phases", learnt.phases(), (to, phase) -> to.put("name", phase.name())
                        .put("times", phase.times())
                        .put("time_s", phase.seconds())
                        .put("energy_j", phase.joules()))
                .putOrNull("cell_pulses", cells == null ? null : (double) cells.cellPulses())
                .putOrNull("saturated", cells == null ? null : (double) cells.saturated() / cells.cells())
                .put("parts_j", to -> {
                    for (Map.Entry<String, Double> part : learnt.joules().entrySet()) {
                        to.put(part.getKey(), part.getValue());
                    }
                }));
    }
}
