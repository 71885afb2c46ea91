package mho.reports.form.sweep;

import mho.reports.medium.Json;

/**
 * {@code host.json} of a sweep: what it took the machine, kept apart because it differs every time.
 *
 * @param wallS from start to the writing of this
 * @param threads that computed
 * @param points of the sweep
 * @param found finished earlier
 * @param computed now
 * @param failed of all points
 * @param simulated timelines made now
 * @param repriced points that used the timeline of another one
 * @param valued points whose values were computed now
 * @param valuesReused points that used the values of another one
 * @param multiplyAdd how sums of products are made, which values take most of their time for
 */
public record SweepFacts(
        double wallS,
        int threads,
        int points,
        int found,
        int computed,
        int failed,
        int simulated,
        int repriced,
        int valued,
        int valuesReused,
        long peakMemoryBytes,
        String java,
        String multiplyAdd) {
    public String json() {
        return Json.object(json -> json.put("wall_s", wallS)
                .put("threads", threads)
                .put("points", points)
                .put("found", found)
                .put("computed", computed)
                .put("failed", failed)
                .put("simulated", simulated)
                .put("repriced", repriced)
                .put("valued", valued)
                .put("values_reused", valuesReused)
                .put("peak_memory_bytes", peakMemoryBytes)
                .put("java", java)
                .put("multiply_add", multiplyAdd));
    }
}
