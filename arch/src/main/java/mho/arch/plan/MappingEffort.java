package mho.arch.plan;

import mho.core.engine.ModelSaysNo;

/**
 * What mapping one network may take. It is counted, not timed, so that the same files are refused on every machine or on none. Networks
 * that are run take a thousandth of either.
 */
final class MappingEffort {
    /** Steps of all analyses: positions, windows, readers that are looked at. Some ten seconds to a minute. */
    static final long MOST_STEPS = 1L << 34;

    /** Parts of copies in tiles that one layout has: each is kept, and takes some hundred bytes. */
    static final long MOST_PARTS = 1L << 22;

    private final long most;
    private long steps;

    MappingEffort() {
        this(MOST_STEPS);
    }

    MappingEffort(long most) {
        this.most = most;
    }

    /** Steps counted so far. */
    long steps() {
        return steps;
    }

    /** @param what is being found out */
    void spend(double more, String what) {
        if (steps + more > most) {
            throw new Exceeded(
                    "mapping takes more than %d steps, %s: give smaller maps or kernels, fewer layers, or fewer copies (mapping.copies=one)"
                            .formatted(most, what));
        }
        steps += (long) more;
    }

    /** Refuses a layer that is laid out in more parts than are kept, before any is. */
    static void checkParts(double before, double more, String layer) {
        if (before + more > MOST_PARTS) {
            throw new Exceeded(
                    "layer %s is laid out in %.0f parts, and with the layers before it these are more than the %d that can be kept: give larger arrays (tile.core.array.rows, tile.core.array.columns), more of them in a tile (tile.core.arrays), or fewer copies (mapping.copies=one)"
                            .formatted(layer, more, MOST_PARTS));
        }
    }

    /** No other mapping is looked for. */
    static final class Exceeded extends ModelSaysNo {
        private static final long serialVersionUID = 1L;

        private Exceeded(String message) {
            super(message);
        }
    }
}
