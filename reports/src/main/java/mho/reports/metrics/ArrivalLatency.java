package mho.reports.metrics;

import mho.arch.run.OpenRun;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long inputs took that came from outside, from when each came to its last output, waiting included; all of them, from the first, which
 * found the chip empty.
 *
 * @param process how they came, in words
 * @param images that came
 * @param perSecond mean rate at which they came; null if all came at once, or one alone
 * @param load that rate times the interval: the part of the chip's steady rate that was asked for
 * @param p50S half of them took no longer, to four digits (HdrHistogram), as of the other parts; least, mean and most are exact
 */
public record ArrivalLatency(
        String process,
        int images,
        @Nullable Double perSecond,
        @Nullable Double load,
        double minS,
        double meanS,
        double p50S,
        double p90S,
        double p99S,
        double p999S,
        double maxS) {
    /** Digits of a percentile that are right; five take sixteen times the memory. */
    private static final int DIGITS = 4;

    /** Null where no inputs came from outside. */
    static @Nullable ArrivalLatency of(@Nullable OpenRun run, double intervalS) {
        if (run == null) {
            return null;
        }
        Histogram histogram = new Histogram(DIGITS);
        long least = Long.MAX_VALUE;
        long most = 0;
        double sum = 0;
        for (int input = 0; input < run.inputs(); input++) {
            long ticks = run.latencyTicks(input);
            histogram.recordValue(ticks);
            least = Math.min(least, ticks);
            most = Math.max(most, ticks);
            sum += ticks;
        }
        double perSecond = run.perSecond();
        boolean known = perSecond > 0 && Double.isFinite(perSecond);
        return new ArrivalLatency(
                run.process().told(),
                run.inputs(),
                known ? perSecond : null,
                known ? perSecond * intervalS : null,
                RunTimes.seconds(least),
                RunTimes.seconds(sum / run.inputs()),
                percentile(histogram, 50, most),
                percentile(histogram, 90, most),
                percentile(histogram, 99, most),
                percentile(histogram, 99.9, most),
                RunTimes.seconds(most));
    }

    /** The histogram answers with the upper end of a bucket, which may lie beyond the longest. */
    private static double percentile(Histogram histogram, double percent, long most) {
        return RunTimes.seconds(Math.min(histogram.getValueAtPercentile(percent), most));
    }

    /** Whether more comes than the chip is done with. */
    public boolean overloaded() {
        return load != null && load > 1;
    }

    /** What is to be known of an overload, a sentence without its full stop; empty where there is none. */
    String warning() {
        return overloaded()
                ? "inputs come faster than the chip is done with them (offered load above 1): the queue grows without end, and the latencies of"
                        + " arrivals depend on the number of inputs, " + images
                : "";
    }
}
