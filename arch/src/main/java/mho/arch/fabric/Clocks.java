package mho.arch.fabric;

import mho.core.engine.Clock;

/** Clocks from the doubles of a chip file. */
public final class Clocks {
    private static final double TICKS_PER_SECOND = Clock.TICKS_PER_SECOND;

    /** For parts that are timed by their own signals: picoseconds. */
    public static final Clock SELF_TIMED = Clock.ofPeriod(1_000);

    private Clocks() {}

    /** Exact for whole hertz; otherwise the period is rounded to a femtosecond. */
    public static Clock ofHertz(double hertz) {
        long whole = Math.round(hertz);
        return whole == hertz ? Clock.ofHertz(whole) : ofPeriod(1 / hertz);
    }

    public static Clock ofPeriod(double seconds) {
        return Clock.ofPeriod(Math.max(1, Math.round(seconds * TICKS_PER_SECOND)));
    }
}
