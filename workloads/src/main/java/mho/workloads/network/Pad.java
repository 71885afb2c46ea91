package mho.workloads.network;

import java.util.List;

/**
 * A border around a map, of zeros if nothing else is said.
 *
 * @param before channels of the border's value in front of the map's own
 * @param behind such channels behind them
 */
public record Pad(int top, int left, int bottom, int right, Border border, int before, int behind) implements Layer {
    /** What stands in the border. */
    public sealed interface Border {}

    /** One value everywhere. */
    public record Filled(float value) implements Border {}

    /** Values of the map. */
    public enum Mirrored implements Border {
        /** Counted back from the edge, which is not repeated. */
        REFLECT,
        /** The nearest. */
        EDGE,
        /** Those at the other end. */
        WRAP
    }

    /** Constants: a padded map, read where the border is. Channels of a position stand together. */
    public record Given(Tensor map) implements Border {}

    public Pad(int top, int left, int bottom, int right, Border border) {
        this(top, left, bottom, right, border, 0, 0);
    }

    public Pad(int top, int left, int bottom, int right) {
        this(top, left, bottom, right, new Filled(0));
    }

    @Override
    public String kind() {
        return "pad";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.notNegative("padding", top, left, bottom, right);
        LayerChecks.notNegative("padding", before, behind, 0, 0);
        Shape in = inputs.get(0);
        return new Shape(
                Math.addExact(in.channels(), Math.addExact(before, behind)),
                Math.addExact(in.height(), Math.addExact(top, bottom)),
                Math.addExact(in.width(), Math.addExact(left, right)));
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return ReceptiveField.of(
                new Axis(1, 1, top, 1, 1, in.height(), output.height()),
                new Axis(1, 1, left, 1, 1, in.width(), output.width()));
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
