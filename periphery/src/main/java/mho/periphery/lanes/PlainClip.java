package mho.periphery.lanes;

/**
 * In plain Java, block by block, as a loop with an offset would not run in parallel. A count is kept for each place of a block because a sum over places would not either, and neither would a
 * comparison.
 */
final class PlainClip implements Clip {

    private static final int BLOCK = 1024;

    /** So large that the least excess counts as one whole. */
    private static final float CERTAIN = 1e30f;

    @Override
    public long clip(float[] values, int count, float low, float high, float margin) {
        float[] block = new float[Math.min(BLOCK, count)];
        float[] counts = new float[block.length];
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            System.arraycopy(values, from, block, 0, length);
            limit(block, length, low, high, margin, counts);
            System.arraycopy(block, 0, values, from, length);
        }
        return total(counts);
    }

    @Override
    public long quantise(float[] values, int count, float perStep, float low, float high, float step) {
        float[] block = new float[Math.min(BLOCK, count)];
        float[] counts = new float[block.length];
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            System.arraycopy(values, from, block, 0, length);
            scale(block, length, perStep);
            limit(block, length, low, high, 0.5f, counts);
            round(block, length, step);
            System.arraycopy(block, 0, values, from, length);
        }
        return total(counts);
    }

    private static void limit(float[] block, int length, float low, float high, float margin, float[] counts) {
        for (int i = 0; i < length; i++) {
            float value = block[i];
            float beyond = Math.max(value - high, low - value) - margin;
            counts[i] += Math.min(Math.max(beyond, 0f) * CERTAIN, 1f);
            block[i] = Math.min(Math.max(value, low), high);
        }
    }

    private static void scale(float[] block, int length, float perStep) {
        for (int i = 0; i < length; i++) {
            block[i] *= perStep;
        }
    }

    private static void round(float[] block, int length, float step) {
        for (int i = 0; i < length; i++) {
            block[i] = ((block[i] + ROUNDING) - ROUNDING) * step;
        }
    }

    /** The sum of counts, each of which is exact to 2^24. */
    private static long total(float[] counts) {
        long total = 0;
        for (float count : counts) {
            total += (long) count;
        }
        return total;
    }
}
