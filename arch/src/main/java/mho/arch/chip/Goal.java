package mho.arch.chip;

/** What a mapping is searched for. */
public enum Goal {
    /** Inputs a second that follow one another. */
    THROUGHPUT,
    /** The time of an input that has the chip to itself. */
    LATENCY
}
