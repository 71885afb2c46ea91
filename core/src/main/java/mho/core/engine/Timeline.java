package mho.core.engine;

import java.math.BigInteger;

/**
 * When things happened in one run. All times are ticks since the first image could have come; windows, stages, resources and
 * recipes carry the numbers the model gave them.
 */
public final class Timeline {
    private final int images;
    private final Arrivals arrivals;
    private final long end;
    private final long events;
    private final long leftOut;
    private final long[][] start;
    private final long[][] finish;
    private final WideSums inFlight;
    private final WideSums sojourn;
    private final long[] busy;
    private final long[][] busyWhileActive;
    private final long[] jobs;
    private final int[] peakHeld;

    Timeline(
            int images,
            Arrivals arrivals,
            long end,
            long events,
            long leftOut,
            long[][] start,
            long[][] finish,
            WideSums inFlight,
            WideSums sojourn,
            long[] busy,
            long[][] busyWhileActive,
            long[] jobs,
            int[] peakHeld) {
        this.images = images;
        this.arrivals = arrivals;
        this.end = end;
        this.events = events;
        this.leftOut = leftOut;
        this.start = start;
        this.finish = finish;
        this.inFlight = inFlight;
        this.sojourn = sojourn;
        this.busy = busy;
        this.busyWhileActive = busyWhileActive;
        this.jobs = jobs;
        this.peakHeld = peakHeld;
    }

    public int images() {
        return images;
    }

    /** When all is quiet: the last completion, or the last resource's release where that is later. */
    public long end() {
        return end;
    }

    /** Step completions. */
    public long events() {
        return events;
    }

    /** Of {@link #events} those that were not simulated, because the run repeats itself. */
    public long leftOut() {
        return leftOut;
    }

    /** When the image became available. */
    public long arrival(int image) {
        return arrivals.tick(image);
    }

    /** When the first step of the image's first window starts. */
    public long start(int stage, int image) {
        return start[stage][image];
    }

    /** When the last window of the image is done. */
    public long finish(int stage, int image) {
        return finish[stage][image];
    }

    /** When the last stage is done with the image. */
    public long finish(int image) {
        long latest = 0;
        for (long[] finishOfStage : finish) {
            latest = Math.max(latest, finishOfStage[image]);
        }
        return latest;
    }

    /** Windows in flight, integrated over time: window-ticks, summed whenever their number changes. */
    public BigInteger inFlightIntegral(int stage) {
        return inFlight.get(stage);
    }

    /** Time from being started to being done, summed window by window; by Little's law equal to the integral. */
    public BigInteger sojournSum(int stage) {
        return sojourn.get(stage);
    }

    /** Ticks the resource was busy, set-up included, summed over its servers. */
    public long busy(int resource) {
        return busy[resource];
    }

    /**
     * Ticks the resource was busy, with anybody's work, between the stage's first start and its last finish, summed over
     * its servers.
     */
    public long busyWhileActive(int stage, int resource) {
        return busyWhileActive[stage][resource];
    }

    /** Windows that went through the recipe. */
    public long jobs(int recipe) {
        return jobs[recipe];
    }

    /** Most producer windows that took room in the edge's buffer at once. */
    public int peakHeld(int edge) {
        return peakHeld[edge];
    }
}
