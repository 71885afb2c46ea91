package mho.periphery.readout;

import org.jspecify.annotations.Nullable;

/** Charge on a capacitor, as sums of columns. */
final class Capacitor {

    /** Values that pass through the cache's nearest level together. */
    private static final int BLOCK = 1024;

    /** So large that the least excess counts as one whole saturated value. */
    private static final float CERTAIN = 1e30f;

    private Capacitor() {}

    /** What leakage leaves of a charge: e^(-t / tau). */
    static double left(@Nullable Double droopTime, double seconds) {
        return droopTime == null ? 1 : Math.exp(-seconds / droopTime);
    }

    static void droop(float[] sums, int count, double left) {
        if (left != 1) {
            scale(sums, count, (float) left);
        }
    }

    private static void scale(float[] sums, int count, float factor) {
        for (int i = 0; i < count; i++) {
            sums[i] *= factor;
        }
    }

    /** Limits the magnitude of sums; returns how many exceeded it. */
    static long saturate(float[] sums, int count, float limit) {
        float[] block = new float[Math.min(BLOCK, count)];
        float[] saturated = new float[block.length];
        for (int from = 0; from < count; from += block.length) {
            int length = Math.min(block.length, count - from);
            System.arraycopy(sums, from, block, 0, length);
            limit(block, length, limit, saturated);
            System.arraycopy(block, 0, sums, from, length);
        }
        long total = 0;
        for (float each : saturated) {
            total += (long) each;
        }
        return total;
    }

    // Counted by place, because a sum over places would not run in parallel.
    private static void limit(float[] block, int length, float limit, float[] saturated) {
        for (int i = 0; i < length; i++) {
            float sum = block[i];
            saturated[i] += Math.min(Math.max(Math.abs(sum) - limit, 0f) * CERTAIN, 1f);
            block[i] = Math.min(Math.max(sum, -limit), limit);
        }
    }
}
