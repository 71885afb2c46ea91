package mho.periphery.lanes;

/** Limits values, and counts those that it limits. */
public interface Clip {

    Clip BEST = Lanes.choose(Clip.class, "mho.periphery.lanes.VectorClip", new PlainClip());

    /** Adding and taking off 1.5 * 2^23 leaves a float rounded to an integer, half to even, as long as it is below 2^22. */
    float ROUNDING = 12582912f;

    /**
     * Brings values into low to high.
     *
     * @param margin how far beyond the limits a value is still not counted
     * @param counts a count for each place, to which one is added where the value there lay beyond; floats, so exact to 2^24
     */
    void clip(float[] values, int length, float low, float high, float margin, float[] counts);

    /**
     * Scales rows of values, brings them into the codes from low to high, counting those beyond by more than half a code, rounds them half to even, and scales them again. Codes are below 2^22.
     *
     * @param values rows as long as {@code counts}, one behind the other
     * @param counts a count for each place of a row
     */
    void quantise(float[] values, int rows, float perStep, float low, float high, float step, float[] counts);

    /**
     * The same for values without places of their own.
     *
     * @return how many were counted
     */
    static long all(float[] values, int count, float low, float high, float margin) {
        float[] block = new float[Math.min(1024, count)]; // through the cache's nearest level
        float[] counts = new float[block.length];
        for (int from = 0; from < count; from += block.length) {
            int length = Math.min(block.length, count - from);
            System.arraycopy(values, from, block, 0, length);
            BEST.clip(block, length, low, high, margin, counts);
            System.arraycopy(block, 0, values, from, length);
        }
        return total(counts);
    }

    /** The sum of counts. */
    static long total(float[] counts) {
        long total = 0;
        for (float count : counts) {
            total += (long) count;
        }
        return total;
    }
}
