package mho.core.engine;

import org.jspecify.annotations.Nullable;

/** Watches a run while it happens. */
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

    /**
     * Who sees every step and every buffer; asked once, before the run begins. Null for nobody, and then it costs nothing.
     */
    default @Nullable SpanListener spans() {
        return null;
    }

    /**
     * Whether all of a run is to be simulated, also what it repeats; asked once, before the run begins. If not, {@link #progress} is not
     * told of what is left out. A run whose spans are seen leaves nothing out.
     */
    default boolean seesAll() {
        return false;
    }
}
