package mho.workloads.values;

import mho.workloads.network.Shape;

/**
 * Values of a feature map for several inputs: value c of position p of input i stands at (i * positions + p) * channels +
 * c.
 */
@SuppressWarnings("ArrayRecordComponent") // a block of memory, never compared
public record Batch(int count, Shape shape, float[] values) {
    public Batch {
        if (count < 0 || values.length != count * shape.size()) {
            throw new IllegalArgumentException("%d values for %d maps of %s".formatted(values.length, count, shape));
        }
    }

    /** All zero. */
    static Batch empty(int count, Shape shape) {
        return new Batch(count, shape, new float[Math.toIntExact(count * shape.size())]);
    }

    /** Values of one input. */
    int stride() {
        return (int) shape.size();
    }
}
