package mho.reports.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The network as a whole, on the chips it uses.
 *
 * @param ops of one input: two for each multiply-accumulate
 */
public record Totals(long ops, Times times, Energy energy, Rates rates, InUse inUse, Bottleneck limit) {
    private static final String INTERVAL = "interval";

    /**
     * When inputs are answered.
     *
     * @param latencyS input available to last output, of one input with the chip to itself
     * @param intervalS between finished inputs, steady; the latency if only one input ran
     * @param steadiness what the interval was measured on
     * @param ratePer "interval", or "latency" if only one input ran: what the rate divides by
     */
    public record Times(double latencyS, double intervalS, Steadiness steadiness, String ratePer) {
        /** Whether inputs followed one another. */
        public boolean piped() {
            return ratePer.equals(INTERVAL);
        }
    }

    /**
     * What one inference costs.
     *
     * @param totalJ dynamic, and leakage of the chips in use over the interval
     * @param leakageJ the leakage in it
     * @param powerW average of all chips in use: energy over the interval
     * @param edpJs energy x latency
     */
    public record Energy(double totalJ, double leakageJ, double powerW, double edpJs) {}

    /** @param utilization achieved rate over the peak of the chips in use */
    public record Rates(double opsPerS, double opsPerJ, double opsPerSPerM2, double utilization) {}

    /**
     * What the network takes.
     *
     * @param networks that the chips have room for side by side, each with inputs of its own; all else here is of one of them
     * @param tiles null where the machine has none
     * @param arrays null where the machine has none
     * @param areaM2 of the chips in use
     */
    public record InUse(int chips, int networks, @Nullable Integer tiles, @Nullable Long arrays, double areaM2) {}
}
