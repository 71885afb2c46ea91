package mho.periphery.lanes;

/** In plain Java. A count is kept for each place because a sum over places would not run in parallel, and neither would a comparison. */
final class PlainClip implements Clip {

    /** So large that the least excess counts as one whole. */
    private static final float CERTAIN = 1e30f;

    @Override
    public void clip(float[] values, int length, float low, float high, float margin, float[] counts) {
        for (int i = 0; i < length; i++) {
            float value = values[i];
            float beyond = Math.max(value - high, low - value) - margin;
            counts[i] += Math.min(Math.max(beyond, 0f) * CERTAIN, 1f);
            values[i] = Math.min(Math.max(value, low), high);
        }
    }
}
