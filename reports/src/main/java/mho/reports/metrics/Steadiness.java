package mho.reports.metrics;

import java.util.Locale;

/**
 * What the interval was measured on, and whether it had settled by then.
 *
 * @param latencyS of an input in the stream, from the first step of its first window to its last output: the mean of those measured
 * @param from the input, counted from 1, at whose end the measured stretch begins
 * @param to the input at whose end it ends
 * @param spread of the intervals in it: of its parts' means, the largest less the smallest, over the mean; or, if it is larger, the part by
 *     which more inputs began than were finished, or were finished faster than the busiest resource allows
 * @param steady whether it has settled
 */
public record Steadiness(double latencyS, int from, int to, double spread, boolean steady) {
    /** How far the interval can be relied upon, as a clause. */
    public String told() {
        return steady
                ? String.format(Locale.ROOT, "steady over inputs %d to %d", from, to)
                : String.format(
                        Locale.ROOT,
                        "not steady after %d inputs: from input %d on intervals spread by %.2g %%",
                        to,
                        from,
                        100 * spread);
    }
}
