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
            case MAX, MIN, ARG_MAX, ARG_MIN -> DigitalWork.of(ScalarOperation.COMPARE, (n - 1) * times);
            case SUM -> DigitalWork.of(ScalarOperation.ADD, (n - 1) * times);
            case AVERAGE -> DigitalWork.of(ScalarOperation.ADD, (n - 1) * times)
                    .and(ScalarOperation.MULTIPLY, times); // by 1 / n
            case L2 -> DigitalWork.of(ScalarOperation.MULTIPLY_ACCUMULATE, n * times) // squares summed
                    .and(ScalarOperation.SQUARE_ROOT, times);
        };
    }
}
