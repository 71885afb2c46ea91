package mho.periphery.lanes;

/** Limits values, and counts those that it limits. Values are numbers: what becomes of a NaN is not said. */
public interface Clip {

    Clip BEST = VectorApi.choose(Clip.class, "mho.periphery.lanes.VectorClip", new PlainClip());

    /** Adding and taking off 1.5 * 2^23 leaves a float rounded to an integer, half to even, as long as it is below 2^22. */
    float ROUNDING = 12582912f;

    /** Codes below it in magnitude can be quantised. */
    int QUANTISED = 1 << 22;

    /**
     * Brings values into low to high, in place.
     *
     * @param count of the values, which begin at the array's start
     * @param margin how far beyond the limits a value is still not counted
     * @return how many lay beyond
     */
    long clip(float[] values, int count, float low, float high, float margin);

    /**
     * Scales values, brings them into the codes from low to high, counting those beyond by more than half a code, rounds them half to even, and scales them again, in place.
     *
     * @param low the lowest code, an integer above -{@link #QUANTISED}
     * @param high the highest code, an integer below {@link #QUANTISED}
     * @return how many lay beyond
     */
    long quantise(float[] values, int count, float perStep, float low, float high, float step);
}
