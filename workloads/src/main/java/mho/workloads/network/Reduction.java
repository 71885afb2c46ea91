package mho.workloads.network;

import java.util.Locale;

/** How many values become one. */
public enum Reduction {
    MAX,
    MIN,
    AVERAGE,
    SUM,
    L2,
    /** Index of the largest, the first of equals. */
    ARG_MAX,
    /** Index of the smallest, the first of equals. */
    ARG_MIN;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Work of reducing n values to one, {@code times} over. */
    DigitalWork of(long n, long times) {
        return switch (this) {
            case MAX, MIN, ARG_MAX, ARG_MIN -> new DigitalWork(0, 0, (n - 1) * times, 0);
            case SUM -> new DigitalWork((n - 1) * times, 0, 0, 0);
            case AVERAGE -> new DigitalWork((n - 1) * times, times, 0, 0); // the mean multiplies by 1 / n
            case L2 -> new DigitalWork(0, n * times, 0, times); // squares summed, one root
        };
    }
}
