package mho.workloads.values;

import mho.workloads.network.Shape;

/** Values of a feature map for several inputs: value c of position p of input i stands at (i * positions + p) * channels + c. */
public record Batch(int count, Shape shape, float[] values) {
    public Batch {
        if (values.length != count * shape.size()) {
            throw new IllegalArgumentException("%d inputs of %s are %d values, not %d"
                    .formatted(count, shape, count * shape.size(), values.length));
        }
    }

    /** Zeros. */
    static Batch empty(int count, Shape shape) {
        return new Batch(count, shape, new float[Math.toIntExact(count * shape.size())]);
    }

    int size() {
        return (int) shape.size();
    }
}
