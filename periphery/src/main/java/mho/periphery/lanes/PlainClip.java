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

    @Override
    public void quantise(float[] values, int rows, float perStep, float low, float high, float step, float[] counts) {
        float[] row = new float[counts.length]; // a loop with an offset would not run in parallel
        for (int from = 0; from < rows * row.length; from += row.length) {
            System.arraycopy(values, from, row, 0, row.length);
            scale(row, perStep);
            clip(row, row.length, low, high, 0.5f, counts);
            round(row, step);
            System.arraycopy(row, 0, values, from, row.length);
        }
    }

    private static void scale(float[] row, float perStep) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= perStep;
        }
    }

    private static void round(float[] row, float step) {
        for (int c = 0; c < row.length; c++) {
            row[c] = ((row[c] + ROUNDING) - ROUNDING) * step;
        }
    }
}
