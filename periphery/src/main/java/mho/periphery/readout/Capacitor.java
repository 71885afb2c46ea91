package mho.periphery.readout;

import mho.periphery.lanes.Clip;
import org.jspecify.annotations.Nullable;

/** Charge on a capacitor, as sums of columns. */
final class Capacitor {

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
        return Clip.BEST.clip(sums, count, -limit, limit, 0);
    }
}
