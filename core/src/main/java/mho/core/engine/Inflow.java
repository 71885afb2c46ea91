package mho.core.engine;

/** Decides, as a run goes on, how many images it has. */
public interface Inflow {
    /** As many as the run may have. */
    Inflow ALL = (finished, begun, now, events) -> true;

    /**
     * Asked whenever the last stage is done with one more image, until it says no. Images that have begun by then, and at most one more,
     * still run to their end: the run is, to the tick, the one of exactly so many images.
     *
     * @param finished images that every stage is done with
     * @param begun images begun, those under way counted by their part of windows, in the stage that is furthest ahead
     * @param now when the last stage was done with the last of them, ticks
     * @param events step completions so far
     * @return whether more images than those that have begun are wanted
     */
    boolean more(int finished, double begun, long now, long events);
}
