package mho.workloads.onnx.lowering;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Constant;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Function;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.shape.Triangle;

/**
 * Two or more tensors value by value: digital work, unless it scales or shifts the output of a layer with weights by
 * constants per channel, which goes into those weights.
 */
final class ElementwiseOperators {
    private ElementwiseOperators() {}

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("Add", Operator.ADD),
            Map.entry("Sum", Operator.ADD),
            Map.entry("Sub", Operator.SUBTRACT),
            Map.entry("Mul", Operator.MULTIPLY),
            Map.entry("Div", Operator.DIVIDE),
            Map.entry("Mod", Operator.MODULO),
            Map.entry("Max", Operator.MAX),
            Map.entry("Min", Operator.MIN));

    private static final Map<String, Operator> CHOICES = Map.ofEntries(
            Map.entry("Where", Operator.WHERE),
            Map.entry("Equal", Operator.EQUAL),
            Map.entry("Greater", Operator.GREATER),
            Map.entry("GreaterOrEqual", Operator.GREATER_OR_EQUAL),
            Map.entry("Less", Operator.LESS),
            Map.entry("LessOrEqual", Operator.LESS_OR_EQUAL),
            Map.entry("And", Operator.AND),
            Map.entry("Or", Operator.OR),
            Map.entry("Xor", Operator.XOR),
            Map.entry("Not", Operator.NOT),
            Map.entry("IsNaN", Operator.IS_NAN),
            Map.entry("IsInf", Operator.IS_INFINITE));

    static void register() {
        OPERATORS.forEach((operator, how) -> LoweringRules.put(step -> combine(step, how), operator));
        CHOICES.forEach((operator, how) -> LoweringRules.put(step -> digital(step, how), operator));
        LoweringRules.put(ElementwiseOperators::mean, "Mean");
        LoweringRules.put(ElementwiseOperators::triangle, "Trilu");
        LoweringRules.put(ElementwiseOperators::power, "Pow");
    }

    private static void combine(LoweringContext step, Operator asked) {
        boolean dividend = asked == Operator.MODULO && step.attributes().flag("fmod", false);
        Operator operator = dividend ? Operator.REMAINDER : asked;
        List<PlacedTensor> operands = Operands.activations(step);
        boolean foldable = operands.size() == 1 && foldable(step, operands.get(0));
        if (foldable && AffineChain.place(step, operands.get(0))) {
            return;
        }
        // Dividing by a constant is multiplying by its reciprocal.
        digital(step, operator == Operator.DIVIDE && step.isConstant(1) ? Operator.MULTIPLY : operator);
    }

    /** Whether what this operator does to its one operand can go into weights. */
    private static boolean foldable(LoweringContext step, PlacedTensor operand) {
        String name = step.op().inputs().get(step.isConstant(0) ? 1 : 0);
        return step.canvas().absorbs(operand.node()) && step.readers().only(name) != null;
    }

    private static void digital(LoweringContext step, Operator operator) {
        List<PlacedTensor> operands = Operands.activations(step);
        AxisLayout target = Operands.joint(operands, step.out(0));
        PlacedTensor[] fitted = Operands.fitted(step, operands, target).toArray(new PlacedTensor[0]);
        boolean reciprocal = operator == Operator.MULTIPLY && step.type().equals("Div");
        boolean whole = step.type().equals("Div") && step.site().type(0).integral();
        Elementwise each = reciprocal ? reciprocal(step, target) : Operands.each(step, operator, target);
        TrainedWeights weights = new HeldWeights()
                .unknown(Operands.unknown(step))
                .unknown(whole ? "division of integers" : null)
                .unknown(halfInfinite(step) ? "infinities of one sign" : null)
                .weights();
        step.put(0, step.add(each, weights, fitted), target);
    }

    private static boolean halfInfinite(LoweringContext step) {
        return step.type().equals("IsInf")
                && !(step.attributes().flag("detect_positive", true)
                        && step.attributes().flag("detect_negative", true));
    }

    private static Elementwise reciprocal(LoweringContext step, AxisLayout target) {
        Constant divisor = Operands.constant(1, step.tensor(1), target, 1);
        Tensor held = divisor.values();
        Tensor inverse = new Tensor(held.dims(), () -> {
            float[] values = held.values().get();
            for (int i = 0; i < values.length; i++) {
                values[i] = 1 / values[i];
            }
            return values;
        });
        return new Elementwise(Operator.MULTIPLY, List.of(new Constant(1, divisor.shape(), inverse)), false);
    }

    private static void mean(LoweringContext step) {
        digital(step, Operator.ADD);
        PlacedTensor sum = step.placed(0);
        step.put(0, step.addPart("mean", DigitalSteps.by(Operator.MULTIPLY, 1.0 / step.inputs()), sum), sum.layout());
    }

    private static void triangle(LoweringContext step) {
        PlacedTensor input = step.in(0);
        if (step.has(1) && !step.isConstant(1)) {
            throw new Unplaceable("Trilu by a computed diagonal");
        }
        AxisLayout layout = input.layout();
        Dims dims = layout.dims();
        Triangle triangle = Triangle.of(step.site());
        double[] kept = IntStream.range(0, dims.at(dims.rank() - 2) * dims.at(dims.rank() - 1))
                .mapToDouble(i -> triangle.keeps(i) ? 1 : 0)
                .toArray();
        Dims matrix = Dims.of(dims.at(dims.rank() - 2), dims.at(dims.rank() - 1));
        List<Constant> constants = List.of(
                Operands.constant(0, real(matrix, kept), layout, 1),
                Operands.constant(2, real(Dims.of(1), 0), layout, 1));
        step.put(0, step.add(new Elementwise(Operator.WHERE, constants, false), input), layout);
    }

    private static mho.workloads.onnx.graph.ConstantTensor real(Dims dims, double... values) {
        return new mho.workloads.onnx.graph.ConstantTensor(ElementType.FLOAT, dims, ConstantValues.ofReals(values));
    }

    private static void power(LoweringContext step) {
        mho.workloads.onnx.graph.ConstantTensor exponent = step.constant(1);
        if (exponent == null && !step.isConstant(0)) {
            throw new Unplaceable("Pow of two activations");
        }
        double power = step.scalar(1, Double.NaN);
        PlacedTensor input = exponent == null ? step.in(1) : step.in(0);
        if (power == 2) {
            step.put(0, step.add(new Elementwise(Operator.MULTIPLY), input, input), input.layout());
            return;
        }
        Activation function = power == 0.5 ? Activation.SQRT : power == -1 ? Activation.RECIPROCAL : Activation.POWER;
        Function with = function != Activation.POWER
                ? Function.of(function)
                : exponent != null
                        ? new Function(function, power, 0)
                        : new Function(function, step.scalar(0, Double.NaN), 1);
        step.put(0, step.add(new ActivationLayer(with), input), input.layout());
    }
}
