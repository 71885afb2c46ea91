package mho.workloads.network;

import java.util.List;

/**
 * A map stretched or shrunk to a given size: copies of the nearest value, or interpolation between neighbours.
 *
 * @param sampling where exactly an output lies among the inputs
 */
public record Resize(int height, int width, Interpolation interpolation, Sampling sampling) implements Layer {
    /**
     * How an output finds its place, in ONNX's words.
     *
     * @param place {@code coordinate_transformation_mode}
     * @param nearest {@code nearest_mode}
     * @param cubic coefficient of cubic interpolation, 0 for linear
     * @param excludesOutside cubic: whether only taps on the map weigh
     * @param scaleH rows of output for one of input, NaN for the ratio of the heights
     * @param scaleW the same of columns
     */
    public record Sampling(
            String place, String nearest, double cubic, boolean excludesOutside, double scaleH, double scaleW) {}

    /** Half-pixel centres between neighbours; the nearest one rounded down. */
    public Resize(int height, int width, Interpolation interpolation) {
        this(
                height,
                width,
                interpolation,
                new Sampling(
                        interpolation == Interpolation.NEAREST ? "asymmetric" : "half_pixel",
                        "floor",
                        0,
                        false,
                        Double.NaN,
                        Double.NaN));
    }

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
        LayerChecks.inputs(inputs, 1);
        return new Shape(inputs.get(0).channels(), height, width);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return ReceptiveField.of(axis(in.height(), output.height()), axis(in.width(), output.width()));
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
    public DigitalWork work(List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        if (interpolation == Interpolation.NEAREST || in.samePositions(output)) {
            return DigitalWork.NONE;
        }
        long neighbours = (in.height() == output.height() ? 1L : 2L) * (in.width() == output.width() ? 1L : 2L);
        return DigitalWork.of(ScalarOperation.MULTIPLY_ACCUMULATE, neighbours * output.channels());
    }
}
