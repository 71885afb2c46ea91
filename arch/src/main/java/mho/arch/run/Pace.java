package mho.arch.run;

import mho.core.engine.Model;
import mho.core.engine.Timeline;

/**
 * How fast inputs follow one another once the pipeline is full, how long one of them takes then, and how sure that is.
 *
 * @param intervalTicks between finished inputs: the mean of those between input {@code from} and input {@code to}, but never below what
 *     the busiest resource needs for each
 * @param latencyTicks from the first step of an input's first window to its last output, the mean over the same inputs
 * @param from the input (from 0) at whose end the measured stretch begins
 * @param to the input at whose end it ends
 * @param spread between the parts of the stretch: the largest mean interval less the smallest, over the mean; or, if it is larger, the part
 *     by which more inputs began than were finished, or by which they were finished faster than the busiest resource allows
 * @param steady whether the interval has settled; else the run ended before it did
 */
public record Pace(double intervalTicks, double latencyTicks, int from, int to, double spread, boolean steady) {

    /** Of one input that ran alone: as if the next followed when it is done. */
    static Pace alone(Timeline timeline, Model model) {
        return new Pace(timeline.finish(0), latency(timeline, model, 0), 0, 0, 0, true);
    }

    /**
     * @param watched inputs of the run that others followed, so that their ends tell the pace
     * @param filling part by which more inputs began than were finished
     */
    static Pace of(Timeline timeline, Model model, int watched, double filling) {
        double bound = boundTicks(timeline, model);
        long[] ends = new long[Math.max(2, watched)];
        for (int image = 0; image < ends.length; image++) {
            ends[image] = timeline.finish(image);
        }
        IntervalStretch stretch = IntervalStretch.lastOf(ends, ends.length, bound);
        double latency = 0;
        for (int image = stretch.from() + 1; image <= stretch.to(); image++) {
            latency += latency(timeline, model, image) / (stretch.to() - stretch.from());
        }
        return new Pace(
                Math.max(bound, stretch.mean()),
                latency,
                stretch.from(),
                stretch.to(),
                Math.max(Math.max(filling, stretch.spread()), 1 - stretch.mean() / Math.max(bound, stretch.mean())),
                filling == 0 && stretch.steady());
    }

    /** What every input keeps the busiest resource busy, over its servers: no input can follow another faster. */
    static double boundTicks(Timeline timeline, Model model) {
        double most = 0;
        for (int r = 0; r < model.resources(); r++) {
            most = Math.max(most, (double) timeline.busy(r) / model.servers(r) / timeline.images());
        }
        return most;
    }

    /**
     * About what lies between inputs, by one that ran alone: what the busiest resource allows, or the way round for what waits for an
     * earlier input, as a layer does for its update.
     */
    static double expectedTicks(Timeline alone, Model model) {
        double most = boundTicks(alone, model);
        for (int e = 0; e < model.edges(); e++) {
            if (model.lag(e) > 0) {
                long way = alone.finish(model.producer(e), 0) - alone.start(model.consumer(e), 0);
                most = Math.max(most, (double) way / model.lag(e));
            }
        }
        return most;
    }

    private static double latency(Timeline timeline, Model model, int image) {
        long begun = Long.MAX_VALUE;
        for (int stage = 0; stage < model.stages(); stage++) {
            begun = Math.min(begun, timeline.start(stage, image));
        }
        return timeline.finish(image) - begun;
    }
}
