package mho.core.engine;

import org.jspecify.annotations.Nullable;

/** A step of one run, and the step whose end let it become ready. Those that nothing leads back to are forgotten. */
final class Cause {
    static final int NONE = -1;

    /** Whose end made this one ready; null if it was ready as soon as its image had come. */
    final @Nullable Cause before;

    final int stage;
    final int window;
    /** Whether it is among the first steps of its window. */
    final boolean opens;
    /** The resource that decided when it starts, {@link #NONE} for a delay; of a train the line it begins at. */
    final int resource;

    final boolean train;
    final long ready;
    /** When it starts: not before the resource is free, at an edge of its clock. */
    final long start;
    /** When the server that decided was free. */
    final long free;
    /** Who had reserved that server last. */
    final int holder;

    /** When it hands on; of a train, not known before it does. */
    long end;

    Cause(
            @Nullable Cause before,
            int stage,
            int window,
            boolean opens,
            int resource,
            boolean train,
            long ready,
            long start,
            long free,
            int holder) {
        this.before = before;
        this.stage = stage;
        this.window = window;
        this.opens = opens;
        this.resource = resource;
        this.train = train;
        this.ready = ready;
        this.start = start;
        this.free = free;
        this.holder = holder;
    }
}
