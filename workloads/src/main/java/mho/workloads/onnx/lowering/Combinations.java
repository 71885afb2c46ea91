package mho.workloads.onnx.lowering;

import java.util.List;
import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.onnx.graph.Tensor;

/**
 * Two or more tensors value by value: digital work, unless it scales or shifts the output of a layer with weights by
 * constants per channel, which goes into those weights.
 */
final class Combinations {
    private Combinations() {}

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("Add", Operator.ADD),
            Map.entry("Sum", Operator.ADD),
            Map.entry("Sub", Operator.SUBTRACT),
            Map.entry("Mul", Operator.MULTIPLY),
            Map.entry("Div", Operator.DIVIDE),
            Map.entry("Mod", Operator.DIVIDE),
            Map.entry("Max", Operator.MAX),
            Map.entry("Min", Operator.MIN));

    static void register() {
        OPERATORS.forEach((operator, how) -> Table.put(step -> combine(step, how), operator));
        // A selection and a comparison each take a comparator's work per value.
        Table.put(
                step -> digital(step, Operator.MAX),
                "Where",
                "Equal",
                "Greater",
                "GreaterOrEqual",
                "Less",
                "LessOrEqual",
                "And",
                "Or",
                "Xor",
                "Not",
                "IsNaN",
                "IsInf");
        Table.put(Combinations::mean, "Mean");
        Table.put(step -> digital(step, Operator.MULTIPLY), "Trilu");
        Table.put(Combinations::power, "Pow");
    }

    private static void combine(Step step, Operator operator) {
        List<Placed> operands = Operands.activations(step);
        boolean foldable = operands.size() == 1 && foldable(step, operands.get(0));
        if (foldable && AffineChain.place(step, operands.get(0))) {
            return;
        }
        // Dividing by a constant is multiplying by its reciprocal.
        digital(step, operator == Operator.DIVIDE && step.isConstant(1) ? Operator.MULTIPLY : operator);
    }

    /** Whether what this operator does to its one operand can go into weights. */
    private static boolean foldable(Step step, Placed operand) {
        String name = step.op().inputs().get(step.isConstant(0) ? 1 : 0);
        return step.canvas().absorbs(operand.node()) && step.readers().only(name) != null;
    }

    private static void digital(Step step, Operator operator) {
        List<Placed> operands = Operands.activations(step);
        Layout target = Operands.joint(operands, step.out(0));
        Placed[] fitted = Operands.fitted(step, operands, target).toArray(new Placed[0]);
        step.put(0, step.add(new Elementwise(operator), fitted), target);
    }

    private static void mean(Step step) {
        digital(step, Operator.ADD);
        Placed sum = step.placed(0);
        step.put(0, step.addPart("mean", new Elementwise(Operator.MULTIPLY), sum), sum.layout());
    }

    private static void power(Step step) {
        Tensor exponent = step.constant(1);
        if (exponent == null && !step.isConstant(0)) {
            throw new Unplaceable("Pow of two activations");
        }
        double power = step.scalar(1, Double.NaN);
        Placed input = exponent == null ? step.in(1) : step.in(0);
        if (power == 2) {
            step.put(0, step.add(new Elementwise(Operator.MULTIPLY), input, input), input.layout());
            return;
        }
        Activation function = power == 0.5 ? Activation.SQRT : power == -1 ? Activation.RECIPROCAL : Activation.POWER;
        step.put(0, step.add(new ActivationLayer(function), input), input.layout());
    }
}
