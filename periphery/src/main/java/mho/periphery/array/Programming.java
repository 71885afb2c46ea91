package mho.periphery.array;

/**
 * What came of programming an array.
 *
 * @param cells programmed
 * @param stuckOn of them, those that stand at the highest conductance whatever was asked
 * @param stuckOff those that stand at the lowest
 * @param first sum of all conductances when first read, in levels with the offset
 * @param now the same at the time of the model
 * @param programmed levels of the cells when first read
 */
public record Programming(long cells, long stuckOn, long stuckOff, double first, double now, float[][] programmed) {

    /**
     * Global drift compensation of arrays, or parts of one, that are read together: one read with the same input on every row, when programmed over
     * now. Outputs are multiplied by it. Joshi et al. 2020. 1 when they have lost all their conductance, or never had any.
     */
    public static double compensation(Programming... parts) {
        double first = 0;
        double now = 0;
        for (Programming part : parts) {
            first += part.first;
            now += part.now;
        }
        return first > 0 && now > 0 ? first / now : 1;
    }
}
