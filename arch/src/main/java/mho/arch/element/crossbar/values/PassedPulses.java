package mho.arch.element.crossbar.values;

import java.util.random.RandomGenerator;
import mho.periphery.array.LocalBuffers;
import mho.periphery.array.Product;
import org.jspecify.annotations.Nullable;

/**
 * Pulses that pass from array to array of a grid: each buffer adds an error of its own to every pulse there is, so that the durations which
 * the k-th array sees are those of the first and a walk of k steps.
 */
final class PassedPulses {
    private final double jitter;
    private final int arrayColumns;
    private float[] walked = {};
    private float[] sums = {};

    private PassedPulses(double jitter, int arrayColumns) {
        this.jitter = jitter;
        this.arrayColumns = arrayColumns;
    }

    /** Null where pulses arrive as they are sent. */
    static @Nullable PassedPulses of(CrossbarValues circuits) {
        LocalBuffers buffers = circuits.buffers();
        return buffers == null || buffers.pulses().jitter() == 0
                ? null
                : new PassedPulses(buffers.pulses().jitter(), circuits.array().columns());
    }

    /**
     * Sums of all columns, those of each array by the pulses that reach it.
     *
     * @param longest pulse, in the unit of the digits
     */
    void multiply(
            Product product,
            int rows,
            int columns,
            float[] driven,
            int vectors,
            double longest,
            float[] to,
            RandomGenerator random) {
        int pulses = rows * vectors;
        walked = walked.length < pulses ? new float[pulses] : walked;
        sums = sums.length < vectors * columns ? new float[vectors * columns] : sums;
        System.arraycopy(driven, 0, walked, 0, pulses);
        double step = jitter * longest;
        for (int from = 0; from < columns; from += arrayColumns) {
            for (int i = 0; i < pulses; i++) {
                if (driven[i] != 0) {
                    walked[i] += (float) (step * random.nextGaussian());
                }
            }
            product.multiply(walked, vectors, sums);
            int width = Math.min(arrayColumns, columns - from);
            for (int v = 0; v < vectors; v++) {
                System.arraycopy(sums, v * columns + from, to, v * columns + from, width);
            }
        }
    }
}
