package mho.workloads.network;

import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;

/**
 * Two or more maps combined value by value; an extent of 1 stretches to the others'. One input alone is combined with a
 * constant.
 *
 * @param constants operands that are no inputs
 * @param neighbouring operand k of n is read k - (n - 1) / 2 channels further on, nothing standing beside the channels:
 *     the sum over neighbours of a local response normalisation
 */
public record Elementwise(Operator operator, List<Constant> constants, boolean neighbouring) implements Layer {
    /**
     * An operand that is no input.
     *
     * @param place its place among all operands
     * @param shape each extent that of the output or 1
     * @param values position by position, the channels of a position together
     */
    public record Constant(int place, Shape shape, Tensor values) {}

    public Elementwise {
        constants = List.copyOf(constants);
    }

    public Elementwise(Operator operator) {
        this(operator, List.of(), false);
    }

    public enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MAX,
        MIN,
        /** With the sign of the divisor. */
        MODULO,
        /** With the sign of the dividend. */
        REMAINDER,
        /** The second where the first is not 0, the third elsewhere. */
        WHERE,
        EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        AND,
        OR,
        XOR,
        NOT,
        IS_NAN,
        IS_INFINITE
    }

    @Override
    public String kind() {
        return operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.someInputs(inputs);
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
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(input);
        return ReceptiveField.of(axis(in.height(), output.height()), axis(in.width(), output.width()));
    }

    private static Axis axis(int in, int out) {
        return in == out ? Axis.identity(in) : Axis.whole(in, out);
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        long n = (long) Math.max(1, inputs.size() - 1) * output.channels();
        return switch (operator) {
            case ADD, SUBTRACT -> DigitalWork.of(ScalarOperation.ADD, n);
            case MULTIPLY -> DigitalWork.of(ScalarOperation.MULTIPLY, n);
            case DIVIDE, MODULO, REMAINDER -> DigitalWork.of(ScalarOperation.MULTIPLY, n)
                    .and(ScalarOperation.DIVIDE, n); // times the reciprocal
            default -> DigitalWork.of(
                    ScalarOperation.COMPARE, n); // a selection and a comparison each take a comparator's work
        };
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return operator == Operator.ADD || operator == Operator.SUBTRACT;
    }
}
