package mho.workloads.network;

import java.util.List;

/** A map stretched or shrunk to a given size: copies of the nearest value, or interpolation between neighbours. */
public record Resize(int height, int width, Interpolation interpolation) implements Layer {
    public enum Interpolation {
        /** Output o takes input floor(o in / out). */
        NEAREST,
        /** Output o lies between the two inputs around (o + 1/2) in / out - 1/2. */
        LINEAR
    }

    @Override
    public String kind() {
        return "resize";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Expect.inputs(inputs, 1);
        return new Shape(inputs.get(0).channels(), height, width);
    }

    @Override
    public Field field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return Field.of(axis(in.height(), output.height()), axis(in.width(), output.width()));
    }

    /** On a grid where inputs stand {@code up} apart and outputs {@code stride}: the input at or below, or both around. */
    private Axis axis(int in, int out) {
        if (in == out) {
            return Axis.identity(in);
        }
        int gcd = gcd(in, out);
        int up = out / gcd;
        int stride = in / gcd;
        return switch (interpolation) {
            case NEAREST -> new Axis(up, stride, up - 1, 1, up, in, out);
            case LINEAR -> new Axis(
                    Math.multiplyExact(2, up), stride, up - 1 - Math.floorDiv(stride - up, 2), 1, up, in, out);
        };
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Interpolation multiplies and adds each neighbour it weighs: two per axis that changes. */
    @Override
    public Work work(List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        if (interpolation == Interpolation.NEAREST || in.samePositions(output)) {
            return Work.NONE;
        }
        long neighbours = (in.height() == output.height() ? 1L : 2L) * (in.width() == output.width() ? 1L : 2L);
        return new Work(0, neighbours * output.channels(), 0, 0);
    }
}
