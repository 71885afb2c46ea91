package mho.core.engine;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Stretches of reserved time that a server's later reservation does not continue. They are rare: only a step that waits
 * for another of its resources, or that runs on a foreign clock, leaves idle time behind a reservation still to come.
 */
final class ReservationGaps {
    private static final int SERVER = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int WORDS = 3;

    private long[] stretches = new long[WORDS * 16];
    private int used;

    /** Server {@code server} is busy from {@code from} to {@code to} and then pauses; seen at {@code now}. */
    void add(int server, long from, long to, long now) {
        if (used == stretches.length) {
            forgetBefore(now);
            if (used > stretches.length / 2) {
                stretches = Arrays.copyOf(stretches, 2 * stretches.length);
            }
        }
        stretches[used + SERVER] = server;
        stretches[used + FROM] = from;
        stretches[used + TO] = to;
        used += WORDS;
    }

    /** Takes from each server's total what it is busy after {@code now}. */
    void subtractBeyond(long now, long[] totals) {
        for (int i = 0; i < used; i += WORDS) {
            totals[(int) stretches[i + SERVER]] -= Math.max(0, stretches[i + TO] - Math.max(now, stretches[i + FROM]));
        }
    }

    /** Writes the stretches still to come, relative to now, with the resource that {@code resourceOf} a server is. */
    void write(StateWords to, long now, IntUnaryOperator resourceOf) {
        for (int i = 0; i < used; i += WORDS) {
            if (stretches[i + TO] > now) {
                to.add(resourceOf.applyAsInt((int) stretches[i + SERVER]));
                to.add(Math.max(0, stretches[i + FROM] - now));
                to.add(stretches[i + TO] - now);
            }
        }
    }

    /** Moves the stretches still to come so many ticks later. */
    void moveOn(long ticks, long now) {
        forgetBefore(now);
        for (int i = 0; i < used; i += WORDS) {
            stretches[i + FROM] += ticks;
            stretches[i + TO] += ticks;
        }
    }

    private void forgetBefore(long now) {
        int kept = 0;
        for (int i = 0; i < used; i += WORDS) {
            if (stretches[i + TO] > now) {
                System.arraycopy(stretches, i, stretches, kept, WORDS);
                kept += WORDS;
            }
        }
        used = kept;
    }
}
