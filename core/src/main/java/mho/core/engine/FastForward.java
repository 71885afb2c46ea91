package mho.core.engine;

/**
 * Leaves out of a run what it repeats. Where the state recurs (t2 - t1) ticks and p images after it was the same, all
 * that follows is what followed then, so much later and for p images further, until a stage comes to the last image. So
 * the run moves on by as many such periods as there is room for, its tallies grow by as many times what they have grown
 * in one, and the rest is simulated. What comes of it is, to the tick, what comes of the run as a whole: core/README has
 * the proof.
 */
final class FastForward {
    private final FlowControl flow;
    private final EngineState state;
    private final Tallies tallies;
    private final StateRecurrence recurrence;
    private final ForetoldInflow inflow;
    private boolean over;
    private int looked;
    private int keptAfter;
    private long keptNow;
    private long keptEvents;
    private long ticks;
    private long events;

    FastForward(FlowControl flow, EngineState state, Tallies tallies, Inflow inflow, boolean eager) {
        this.flow = flow;
        this.state = state;
        this.tallies = tallies;
        this.inflow = new ForetoldInflow(inflow, flow);
        recurrence = new StateRecurrence(state, eager);
    }

    /** Who is to be asked for more images. */
    Inflow inflow() {
        return inflow;
    }

    /** Looks whether the run is where it was before, images having been finished; if so it moves on, once. */
    boolean movesOn(long now, long eventsSoFar) {
        int finished = flow.imagesFinished();
        if (over || finished == looked || flow.closed()) {
            return false;
        }
        looked = finished;
        switch (recurrence.look(finished, now, eventsSoFar)) {
            case NOTHING -> {
                return false;
            }
            case KEPT -> {
                keptAfter = finished;
                keptNow = now;
                keptEvents = eventsSoFar;
                tallies.keep(now);
                inflow.listen();
                return false;
            }
            case RECURS -> {
                over = true;
                return moveOn(finished - keptAfter, now - keptNow, eventsSoFar - keptEvents, now);
            }
        }
        throw new IllegalStateException("found something else");
    }

    private boolean moveOn(int images, long period, long more, long now) {
        int room = (flow.images() - 1 - flow.begunImages()) / images;
        if (period > 0) {
            room = (int) Math.min(room, (Clock.HORIZON - 1 - state.latest()) / period);
        }
        int times = inflow.wanted(Math.max(0, room), flow.imagesFinished(), period, more);
        if (times == 0) {
            return false;
        }
        ticks = times * period;
        events = times * more;
        tallies.repeat(times, images, period, now);
        state.moveOn(times * images, ticks, keptNow, now);
        return true;
    }

    /** Ticks that are left out. */
    long ticks() {
        return ticks;
    }

    /** Events that are left out. */
    long events() {
        return events;
    }
}
