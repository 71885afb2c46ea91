package mho.workloads.network;

import java.util.List;

/** Zeros around a map. */
public record Pad(int top, int left, int bottom, int right) implements Layer {
    @Override
    public String kind() {
        return "pad";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Expect.inputs(inputs, 1);
        Expect.notNegative("padding", top, left, bottom, right);
        Shape in = inputs.get(0);
        return new Shape(
                in.channels(),
                Math.addExact(in.height(), Math.addExact(top, bottom)),
                Math.addExact(in.width(), Math.addExact(left, right)));
    }

    @Override
    public Field field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return Field.of(
                new Axis(1, 1, top, 1, 1, in.height(), output.height()),
                new Axis(1, 1, left, 1, 1, in.width(), output.width()));
    }

    @Override
    public boolean isView() {
        return true;
    }
}
