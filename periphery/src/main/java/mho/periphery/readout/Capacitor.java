package mho.periphery.readout;

import org.jspecify.annotations.Nullable;

/** Charge on a capacitor, as sums of columns. */
final class Capacitor {

    /** Values that pass through the cache's nearest level together. */
    private static final int BLOCK = 1024;

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
            Clip.BEST.clip(block, length, -limit, limit, 0, saturated);
            System.arraycopy(block, 0, sums, from, length);
        }
        long total = 0;
        for (float each : saturated) {
            total += (long) each;
        }
        return total;
    }
}
