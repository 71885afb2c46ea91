package mho.workloads.network;

import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;

/**
 * Two or more maps combined value by value; an extent of 1 stretches to the others'. One input alone is combined with a
 * constant.
 */
public record Elementwise(Operator operator) implements Layer {
    public enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MAX,
        MIN
    }

    @Override
    public String kind() {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Expect.someInputs(inputs);
        Shape out = inputs.get(0);
        for (Shape in : inputs.subList(1, inputs.size())) {
            out = new Shape(
                    stretch(out.channels(), in.channels(), out, in),
                    stretch(out.height(), in.height(), out, in),
                    stretch(out.width(), in.width(), out, in));
        }
        return out;
    }

    private static int stretch(int a, int b, Shape left, Shape right) {
        if (a != b && a != 1 && b != 1) {
            throw new BadInput("its inputs do not agree: %s and %s".formatted(left, right));
        }
        return Math.max(a, b);
    }

    @Override
    public Field field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(input);
        return Field.of(axis(in.height(), output.height()), axis(in.width(), output.width()));
    }

    private static Axis axis(int in, int out) {
        return in == out ? Axis.identity(in) : Axis.whole(in, out);
    }

    @Override
    public Work work(List<Shape> inputs, Shape output) {
        long n = (long) Math.max(1, inputs.size() - 1) * output.channels();
        return switch (operator) {
            case ADD, SUBTRACT -> new Work(n, 0, 0, 0);
            case MULTIPLY -> new Work(0, n, 0, 0);
            case DIVIDE -> new Work(0, n, 0, n); // times the reciprocal
            case MAX, MIN -> new Work(0, 0, n, 0);
        };
    }

    @Override
    public boolean takesActivation() {
        return true;
    }
}
