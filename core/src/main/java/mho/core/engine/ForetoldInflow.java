package mho.core.engine;

import java.util.Arrays;

/**
 * Asks an inflow for a run that leaves out what it repeats. Of images that are left out it is asked, as of all others,
 * once, in order, and with the figures of the moment at which they would have finished.
 */
final class ForetoldInflow implements Inflow {
    private final Inflow inflow;
    private final FlowControl flow;
    private boolean listening;
    private int heard;
    // Of each image heard of: what begun is made of, and when that was.
    private int[] begunImages = new int[4];
    private double[] begunPart = new double[4];
    private long[] when = new long[4];
    private long[] events = new long[4];
    private int answered;
    private int refused;

    ForetoldInflow(Inflow inflow, FlowControl flow) {
        this.inflow = inflow;
        this.flow = flow;
    }

    /** Notes down what it hears from now on. */
    void listen() {
        listening = true;
        heard = 0;
    }

    @Override
    public boolean more(int finished, double begun, long now, long eventsSoFar) {
        if (finished <= answered) {
            return finished != refused;
        }
        if (listening) {
            hear(now, eventsSoFar);
        }
        return inflow.more(finished, begun, now, eventsSoFar);
    }

    private void hear(long now, long eventsSoFar) {
        if (heard == when.length) {
            begunImages = Arrays.copyOf(begunImages, 2 * heard);
            begunPart = Arrays.copyOf(begunPart, 2 * heard);
            when = Arrays.copyOf(when, 2 * heard);
            events = Arrays.copyOf(events, 2 * heard);
        }
        begunImages[heard] = flow.begunImages();
        begunPart[heard] = flow.begunPart();
        when[heard] = now;
        events[heard] = eventsSoFar;
        heard++;
    }

    /**
     * Asks, image by image, about what it has heard so many times more, and stops listening.
     *
     * @param finished images so far
     * @param ticks from one time to the next
     * @param more events from one time to the next
     * @return how many times it wants all of it, for all the images heard of
     */
    int wanted(int times, int finished, long ticks, long more) {
        listening = false;
        answered = finished;
        for (int time = 1; time <= times; time++) {
            for (int i = 0; i < heard; i++) {
                answered++;
                double begun = begunImages[i] + time * heard + begunPart[i];
                if (!inflow.more(answered, begun, when[i] + time * ticks, events[i] + time * more)) {
                    refused = answered;
                    return time - 1;
                }
            }
        }
        return times;
    }
}
