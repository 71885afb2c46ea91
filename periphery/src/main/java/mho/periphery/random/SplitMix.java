package mho.periphery.random;

/** The mixing of SplitMix64: Steele, Lea and Flood, OOPSLA 2014. Seeds of streams are made of it. */
public final class SplitMix {

    /** Between the states of one stream: 2^64 over the golden ratio. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A multiplier of good spectrum: Steele and Vigna, "Computationally easy, spectrally good multipliers", 2021. */
    private static final long MULTIPLIER = 0xD1342543DE82EF95L;

    private SplitMix() {}

    /** Of a seed and a place, where any other seed or place, the same numbers in another order included, gives another number. */
    public static long mixed(long seed, long... place) {
        long state = finished(seed + GOLDEN);
        for (long part : place) {
            state = finished(state * MULTIPLIER + part + GOLDEN);
        }
        return state;
    }

    /** The finaliser: every bit of the result depends on every bit of the value. */
    public static long finished(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
