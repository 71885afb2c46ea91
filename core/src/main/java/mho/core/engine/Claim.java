package mho.core.engine;

/**
 * What a step asks of the hardware, as words in {@link Model#claims}: which resources at once, for how long. Steps that
 * ask for the same share one claim; a claim's identity is the place of its first word.
 */
final class Claim {
    /** How many resources are held at once; 0 is a pure delay. Settles the claim's length. */
    static final int WIDTH = 0;
    /** Cycles the resources are busy; units of a train, a cycle each. */
    static final int OCCUPANCY = 1;
    /** Cycles until the result is handed on. */
    static final int LATENCY = 2;
    /** The configuration the resources must be in, or -1 if they may be in any. */
    static final int CONFIGURATION = 3;
    /** The clock the cycles are counted in. */
    static final int CLOCK = 4;
    /** The clock on whose edge the result is handed on, or -1. */
    static final int ALIGN = 5;
    /** The resources, one word each. */
    static final int RESOURCES = 6;

    private Claim() {}
}
