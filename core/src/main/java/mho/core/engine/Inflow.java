package mho.core.engine;

/** Decides, as a run goes on, how many images it has. */
public interface Inflow {
    /** As many as the run may have. */
    Inflow ALL = (finished, now, events) -> true;

    /**
     * Asked whenever the last stage is done with one more image, until it says no. Images that have begun by then, and at most one more,
     * still run to their end: the run is, to the tick, the one of exactly so many images.
     *
     * @param finished images that every stage is done with
     * @param now when the last stage was done with the last of them, ticks
     * @param events step completions so far
     * @return whether more images than those that have begun are wanted
     */
    boolean more(int finished, long now, long events);
}
