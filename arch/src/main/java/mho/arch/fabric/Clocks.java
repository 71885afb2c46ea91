package mho.arch.fabric;

import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;

/** Clocks from the doubles of a chip file. */
public final class Clocks {
    private static final double TICKS_PER_SECOND = Clock.TICKS_PER_SECOND;

    /** For parts that are timed by their own signals: picoseconds. */
    public static final Clock SELF_TIMED = Clock.ofPeriod(1_000);

    private Clocks() {}

    /** Exact for whole hertz; otherwise the period is rounded to a femtosecond. */
    public static Clock ofHertz(double hertz) {
        long whole = Math.round(hertz);
        if (hertz > TICKS_PER_SECOND) {
            throw new ModelSaysNo("a clock of %s Hz is faster than the 1 fs in which time is counted".formatted(hertz));
        }
        return whole == hertz && whole > 0 ? Clock.ofHertz(whole) : ofPeriod(1 / hertz);
    }

    public static Clock ofPeriod(double seconds) {
        double ticks = seconds * TICKS_PER_SECOND;
        if (!(ticks < Clock.HORIZON / 2.0)) {
            throw new ModelSaysNo(
                    "a clock with a period of %s s is slower than anything simulated; time ends after 77 minutes"
                            .formatted(seconds));
        }
        return Clock.ofPeriod(Math.max(1, Math.round(ticks)));
    }
}
