package mho.reports.form.anneal;

import java.util.Map;
import mho.reports.anneal.Annealing;
import mho.reports.anneal.SweepRecord;
import mho.reports.config.AnnealConfig;
import mho.reports.medium.Json;

/** {@code annealing.json}: everything but the sweeps, in SI base units. */
public final class AnnealingJson {
    private static final String SCHEMA = "mho.annealing/1";

    private AnnealingJson() {}

    public static String of(Annealing annealing) {
        AnnealConfig asked = annealing.config().config();
        SweepRecord best = annealing.best();
        return Json.sealed(json -> json.put("schema", SCHEMA)
                .put("version", String.valueOf(asked.version()))
                .put("config_sha256", annealing.config().sha256())
                .put("chip", annealing.chip())
                .put("problem", asked.problem().from())
                .put("seed", asked.seed())
                .put("ideal", asked.ideal())
                .put("units", annealing.units())
                .put("pairs", annealing.pairs())
                .put("sets", annealing.sets())
                .put("arrays", annealing.arrays())
                .put("sweeps", annealing.sweeps().size())
                .put("hot", annealing.schedule().first())
                .put("cold", annealing.schedule().last())
                .put("measure", annealing.measure())
                .put("best", to -> to.put("measured", best.measured())
                        .put("energy", best.energy())
                        .put("sweep", best.sweep())
                        .put("time_s", best.seconds())
                        .put("energy_j", best.joules()))
                .put("time_s", annealing.totalSeconds())
                .put("energy_j", annealing.totalJoules())
                .put("sweep_time_s", annealing.sweepSeconds())
                .put("sweep_conversions", annealing.conversions())
                .putOrNull("clipped", annealing.clipped())
                .putOrNull("write_time_s", annealing.writeSeconds())
                .putOrNull("write_energy_j", annealing.writeJoules())
                .put("parts_j", to -> {
                    for (Map.Entry<String, Double> part : annealing.joules().entrySet()) {
                        to.put(part.getKey(), part.getValue());
                    }
                })
                .putNumbers(
                        "answer",
                        annealing.answer().stream().map(on -> on ? 1 : 0).toList()));
    }
}
