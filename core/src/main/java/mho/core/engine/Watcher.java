package mho.core.engine;

/**
 * Watches a run while it happens. Whoever wants to see more than progress (the span of every step on every resource)
 * gets a further method here; the engine asks once per run, so watching costs nothing when nobody does.
 */
@FunctionalInterface
public interface Watcher {
    /** Sees nothing. */
    Watcher NONE = (events, now) -> {};

    /**
     * Called about every million events, on the thread that runs the engine.
     *
     * @param events step completions so far
     * @param now simulated time, ticks
     */
    void progress(long events, long now);
}
