package mho.core.engine;

import java.math.BigInteger;

/** What a run counts and notes down as it goes on, and none of its events depends on. */
final class Tallies {
    private final FlowControl flow;
    private final Servers servers;
    private final Residence residence;
    private final long[][] start;
    private final long[][] finish;
    private final long[] jobsOfRecipe;

    private long[] busyBefore = {};
    private long[] jobsBefore = {};
    private BigInteger[] inFlightBefore = {};
    private BigInteger[] sojournBefore = {};

    Tallies(
            FlowControl flow,
            Servers servers,
            Residence residence,
            long[][] start,
            long[][] finish,
            long[] jobsOfRecipe) {
        this.flow = flow;
        this.servers = servers;
        this.residence = residence;
        this.start = start;
        this.finish = finish;
        this.jobsOfRecipe = jobsOfRecipe;
    }

    /** Keeps them as they are now. */
    void keep(long now) {
        residence.upTo(now);
        busyBefore = servers.reserved();
        jobsBefore = jobsOfRecipe.clone();
        inFlightBefore = residence.inFlight().all();
        sojournBefore = residence.sojourn().all();
    }

    /**
     * Lets them grow {@code times} more by what they have grown since they were kept, and notes down when the images of
     * that time begin and end.
     *
     * @param images of one such growth
     * @param ticks of one such growth
     */
    void repeat(int times, int images, long ticks, long now) {
        residence.upTo(now);
        residence.moveOn(times * ticks);
        residence.inFlight().repeat(inFlightBefore, times);
        residence.sojourn().repeat(sojournBefore, times);
        servers.repeatReserved(busyBefore, times);
        for (int recipe = 0; recipe < jobsOfRecipe.length; recipe++) {
            jobsOfRecipe[recipe] += times * (jobsOfRecipe[recipe] - jobsBefore[recipe]);
        }
        for (int stage = 0; stage < start.length; stage++) {
            int begun = flow.imagesBegun(stage);
            int arrived = flow.imagesArrived(stage);
            moveOn(finish[stage], arrived, begun, times * images, times * ticks);
            repeat(finish[stage], arrived, times * images, images, ticks);
            repeat(start[stage], begun, times * images, images, ticks);
        }
    }

    /** The images under way, some of whose windows are done, are others then. */
    private static void moveOn(long[] of, int from, int to, int images, long ticks) {
        for (int image = to - 1; image >= from; image--) {
            of[image + images] = of[image] == 0 ? 0 : of[image] + ticks;
        }
    }

    private static void repeat(long[] of, int from, int count, int images, long ticks) {
        for (int image = from; image < from + count; image++) {
            of[image] = of[image - images] + ticks;
        }
    }
}
