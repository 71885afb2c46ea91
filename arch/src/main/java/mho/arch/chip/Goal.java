package mho.arch.chip;

/** What a mapping is searched for. */
public enum Goal {
    /** Inputs a second that follow one another. */
    THROUGHPUT(false),
    /** The time of an input that has the chip to itself. */
    LATENCY(false),
    /** What an input costs, with what leaks until the next. */
    ENERGY(true),
    /** Energy times latency, as reports have it. */
    EDP(true);

    private final boolean priced;

    Goal(boolean priced) {
        this.priced = priced;
    }

    /** Whether it hangs on what actions cost, and not on time alone. */
    boolean isPriced() {
        return priced;
    }
}
