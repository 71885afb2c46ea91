package mho.reports.trace;

import mho.core.engine.Clock;

/**
 * How simulated time is shown. The format counts microseconds and viewers keep nanoseconds, some of them by way of a
 * double; so that nothing is rounded anywhere, one shown microsecond is a whole unit that every time of the run is a
 * multiple of.
 *
 * @param ticks in the unit, and in a shown microsecond
 * @param name of the unit
 */
public enum Scale {
    NANOSECOND(1_000_000, "ns"),
    PICOSECOND(1_000, "ps"),
    FEMTOSECOND(1, "fs");

    /** Whole numbers up to here are exact in a double, and a thousand times as much fits 64 bits. */
    static final long LARGEST = 1L << 53;

    final long ticks;
    final String unit;

    Scale(long ticks, String unit) {
        this.ticks = ticks;
        this.unit = unit;
    }

    /** The coarsest that loses nothing. */
    static Scale of(long grain) {
        for (Scale scale : values()) {
            if (grain % scale.ticks == 0) {
                return scale;
            }
        }
        return FEMTOSECOND;
    }

    long shown(long tick) {
        return tick / ticks;
    }

    /** Can a viewer hold this time? */
    boolean holds(long tick) {
        return shown(tick) <= LARGEST;
    }

    static double seconds(long tick) {
        return (double) tick / Clock.TICKS_PER_SECOND;
    }

    @Override
    public String toString() {
        return "1 us shown is 1 " + unit + " simulated";
    }
}
