package mho.arch.run;

import java.util.Arrays;
import mho.core.engine.Inflow;

/**
 * Lets inputs in until their interval is steady: until it has settled, and inputs begin as fast as they are finished, so that no buffer is
 * still filling. Runs that do not settle end after {@link InputCount#enough} inputs: large ones sooner, after {@link #EVENTS} and at least
 * {@link #FEW}; cheap ones later, after {@link #CHEAP} events. Cheap runs go on to {@link #SEVERAL} inputs whatever the first ones look
 * like.
 */
final class SteadyInflow implements Inflow {
    private static final long EVENTS = 32_000_000;
    static final int FEW = 8;
    private static final long CHEAP = 2_000_000;
    private static final int SEVERAL = 16;

    /** Inputs by which the stage furthest ahead may be early or late: work goes in bursts. */
    private static final double SLACK = 0.5;

    private final InputCount inputs;
    private final double boundTicks;
    private long[] ends = new long[FEW];
    private double[] begunAt = new double[FEW];
    private int watched;

    /** @param boundTicks what one input, alone, keeps the busiest resource busy */
    SteadyInflow(InputCount inputs, double boundTicks) {
        this.inputs = inputs;
        this.boundTicks = boundTicks;
    }

    /** Inputs that were finished when it closed, or all. */
    int watched() {
        return watched;
    }

    @Override
    public boolean more(int finished, double begun, long now, long events) {
        if (finished > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            begunAt = Arrays.copyOf(begunAt, ends.length);
        }
        ends[finished - 1] = now;
        begunAt[finished - 1] = begun;
        watched = finished;
        if (finished < inputs.least() || finished < SEVERAL && events < CHEAP) {
            return true;
        }
        if (finished >= inputs.enough() && events >= CHEAP || finished >= FEW && events >= EVENTS) {
            return false;
        }
        return filling() > 0
                || !IntervalStretch.lastOf(ends, finished, boundTicks).steady();
    }

    /** Over the latter half of the inputs watched, by what part more began than were finished, or fewer; 0 if hardly any. */
    double filling() {
        int half = watched / 2;
        if (half == 0) {
            return 1;
        }
        double more = Math.abs(begunAt[watched - 1] - begunAt[watched - 1 - half] - half);
        return more <= Math.max(SLACK, IntervalStretch.TOLERANCE * half) ? 0 : more / half;
    }
}
