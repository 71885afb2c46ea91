package mho.reports.metrics;

/**
 * The network as a whole, on the chips it uses.
 *
 * @param ops of one input: two for each multiply-accumulate
 * @param latencyS input available to last output, of one input with the chip to itself
 * @param intervalS between finished inputs, steady; the latency if only one input ran
 * @param steadiness what the interval was measured on
 * @param energyJ of one inference: dynamic, and leakage of the chips in use over the interval
 * @param leakageJ the leakage in it
 * @param powerW average of all chips in use: energy over the interval
 * @param areaM2 of the chips in use
 * @param ratePer "interval", or "latency" if only one input ran: what the rate divides by
 * @param edpJs energy x latency
 * @param utilization achieved rate over the peak of the chips in use
 */
public record Totals(
        long ops,
        double latencyS,
        double intervalS,
        Steadiness steadiness,
        double energyJ,
        double leakageJ,
        double powerW,
        double areaM2,
        double opsPerS,
        double opsPerJ,
        double opsPerSPerM2,
        String ratePer,
        double edpJs,
        double utilization,
        int chips,
        int tiles,
        long arrays,
        Limit limit) {}
