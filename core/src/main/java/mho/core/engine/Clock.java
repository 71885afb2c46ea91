package mho.core.engine;

import java.math.BigInteger;

/**
 * A clock without drift. Time is counted in ticks of one femtosecond; edge n of a clock of f hertz stands at
 * round(n·10¹⁵/f), halves upwards, for every n: the period itself is never rounded. Edge 0 is at tick 0.
 *
 * <p>Two clocks of the same frequency are equal, however they were made.
 */
public final class Clock {
    /** Ticks in a second: a tick is a femtosecond. */
    public static final long TICKS_PER_SECOND = 1_000_000_000_000_000L;

    /** The end of time, 2⁶² ticks (77 minutes); nothing may happen later. */
    public static final long HORIZON = 1L << 62;

    // The period is numerator/denominator ticks in lowest terms.
    private final long numerator;
    private final long denominator;
    private final double period;
    private final double rate;
    private final long lastIndex;

    private Clock(long numerator, long denominator) {
        long shared = gcd(numerator, denominator);
        this.numerator = numerator / shared;
        this.denominator = denominator / shared;
        this.period = (double) this.numerator / this.denominator;
        this.rate = (double) this.denominator / this.numerator;
        this.lastIndex = BigInteger.valueOf(HORIZON)
                .multiply(BigInteger.valueOf(this.denominator))
                .divide(BigInteger.valueOf(this.numerator))
                .longValueExact();
    }

    /**
     * A clock of a whole number of hertz.
     *
     * @throws IllegalArgumentException if the period would be shorter than a tick or the frequency not positive
     */
    public static Clock ofHertz(long hertz) {
        if (hertz < 1 || hertz > TICKS_PER_SECOND) {
            throw new IllegalArgumentException("a clock of " + hertz + " Hz: give 1 Hz to 1000 THz");
        }
        return new Clock(TICKS_PER_SECOND, hertz);
    }

    /**
     * A clock with a period of a whole number of ticks.
     *
     * @throws IllegalArgumentException unless 1 ≤ ticks ≤ 2⁶¹
     */
    public static Clock ofPeriod(long ticks) {
        if (ticks < 1 || ticks > HORIZON / 2) {
            throw new IllegalArgumentException("a clock period of " + ticks + " fs: give 1 fs to 2^61 fs");
        }
        return new Clock(ticks, 1);
    }

    /**
     * When edge n happens.
     *
     * @throws BeyondTime if that lies beyond the horizon
     */
    public long edge(long n) {
        if (n > lastIndex) {
            throw new BeyondTime();
        }
        if (denominator == 1) {
            return n * numerator;
        }
        // An estimate good to 2^-52, then the exact remainder: both products may wrap around, their difference cannot,
        // because it is at most some 2^11 denominators wide.
        long estimate = (long) (n * period);
        long remainder = n * numerator - estimate * denominator;
        return estimate + Math.floorDiv(2 * remainder + denominator, 2 * denominator);
    }

    /** The number of the first edge that happens at tick t or later; t must not be negative. */
    public long indexAtOrAfter(long t) {
        long n = (long) (t * rate);
        if (denominator == 1) {
            while ((n - 1) * numerator >= t) {
                n--;
            }
            while (n * numerator < t) {
                n++;
            }
            return n;
        }
        n = Math.min(n, lastIndex);
        while (n > 0 && edge(n - 1) >= t) {
            n--;
        }
        while (edge(n) < t) {
            n++;
        }
        return n;
    }

    /** Ticks into the cycle in which its edges repeat: edge n + denominator is numerator ticks after edge n. */
    long phase(long t) {
        return t % numerator;
    }

    /** Mean ticks between edges. */
    public double periodTicks() {
        return period;
    }

    /** Ticks of which every edge is a multiple: the period if it is whole, else 1. */
    long grain() {
        return denominator == 1 ? numerator : 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clock clock && clock.numerator == numerator && clock.denominator == denominator;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(numerator * 31 + denominator);
    }

    @Override
    public String toString() {
        return "clock with a period of " + numerator + (denominator == 1 ? "" : "/" + denominator) + " fs";
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
