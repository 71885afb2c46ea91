package mho.reports.form.report;

import java.util.Map;
import mho.reports.medium.Json;

/**
 * {@code host.json}: what the run cost the machine it ran on, kept apart because it differs every time.
 *
 * @param phaseS wall time of each phase, in order
 * @param events step completions the engine processed
 * @param peakMemoryBytes heap and everything else of the Java machine, at most
 * @param multiplyAdd how sums of products are made, which values take most of their time for
 */
public record HostFacts(
        Map<String, Double> phaseS,
        long events,
        double eventsPerS,
        long peakMemoryBytes,
        String java,
        String multiplyAdd) {
    public String json() {
        return Json.object(json -> json.put("wall_s", walls -> {
                    for (Map.Entry<String, Double> phase : phaseS.entrySet()) {
                        walls.put(phase.getKey(), phase.getValue());
                    }
                })
                .put("events", events)
                .put("events_per_s", eventsPerS)
                .put("peak_memory_bytes", peakMemoryBytes)
                .put("java", java)
                .put("multiply_add", multiplyAdd));
    }
}
