package mho.periphery.array;

/**
 * What came of programming an array.
 *
 * @param cells programmed
 * @param stuckOn of them, those that stand at the highest conductance whatever was asked
 * @param stuckOff those that stand at the lowest
 * @param first sum of all conductances when first read, in levels with the offset
 * @param now the same at the time of the model
 */
public record Programming(long cells, long stuckOn, long stuckOff, double first, double now) {

    static final Programming NONE = new Programming(0, 0, 0, 0, 0);

    /** That of several arrays, or parts of one, read together. */
    public Programming and(Programming other) {
        return new Programming(
                cells + other.cells,
                stuckOn + other.stuckOn,
                stuckOff + other.stuckOff,
                first + other.first,
                now + other.now);
    }

    /**
     * Global drift compensation: one read with the same input on every row, when programmed over now. Outputs are multiplied by it. Joshi et al. 2020.
     * 1 when the array has lost all its conductance, or never had any.
     */
    public double compensation() {
        return first > 0 && now > 0 ? first / now : 1;
    }
}
