package mho.reports.form.solve;

import java.util.Locale;
import java.util.Map;
import mho.reports.config.SolveConfig;
import mho.reports.medium.Json;
import mho.reports.solve.Solved;

/** {@code solved.json}: everything but the unknowns, in SI base units. */
public final class SolvedJson {
    private static final String SCHEMA = "mho.solved/1";

    private SolvedJson() {}

    public static String of(Solved solved) {
        SolveConfig asked = solved.config().config();
        Solved.Alone alone = solved.alone();
        return Json.sealed(json -> json.put("schema", SCHEMA)
                .put("version", String.valueOf(asked.version()))
                .put("config_sha256", solved.config().sha256())
                .put("chip", solved.chip())
                .put("processor", solved.processor())
                .put("matrix", asked.matrix().from())
                .put("method", solved.method().name().toLowerCase(Locale.ROOT))
                .put("seed", asked.seed())
                .put("ideal", asked.ideal())
                .put("size", solved.size())
                .put("entries", solved.entries())
                .put("arrays", solved.arrays())
                .put("tolerance", asked.tolerance())
                .put("corrections", solved.rounds())
                .put("iterations", solved.iterations())
                .put("products", solved.products())
                .putNumbers("left", solved.left())
                .putOrNull("error", solved.error())
                .putOrNull("clipped", solved.clipped())
                .put("time_s", solved.totalSeconds())
                .put("array_time_s", solved.arraySeconds())
                .put("processor_time_s", solved.digitalSeconds())
                .put("processor_operations", solved.operations())
                .put("processor_bytes", solved.bytes())
                .put("energy_j", solved.totalJoules())
                .putOrNull("alone_time_s", alone == null ? null : (Double) alone.seconds())
                .putOrNull("alone_energy_j", alone == null ? null : (Double) alone.joules())
                .putOrNull("write_time_s", solved.writeSeconds())
                .putOrNull("write_energy_j", solved.writeJoules())
                .put("parts_j", to -> {
                    for (Map.Entry<String, Double> part : solved.joules().entrySet()) {
                        to.put(part.getKey(), part.getValue());
                    }
                }));
    }
}
