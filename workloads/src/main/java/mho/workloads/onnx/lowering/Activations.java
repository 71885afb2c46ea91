package mho.workloads.onnx.lowering;

import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;

/** Functions of one value. */
final class Activations {
    private Activations() {}

    private static final Map<String, Activation> FUNCTIONS = Map.ofEntries(
            Map.entry("Relu", Activation.RELU),
            Map.entry("LeakyRelu", Activation.LEAKY_RELU),
            Map.entry("PRelu", Activation.PRELU),
            Map.entry("ThresholdedRelu", Activation.CLIP),
            Map.entry("Shrink", Activation.CLIP),
            Map.entry("Elu", Activation.ELU),
            Map.entry("Selu", Activation.SELU),
            Map.entry("Celu", Activation.CELU),
            Map.entry("Sigmoid", Activation.SIGMOID),
            Map.entry("HardSigmoid", Activation.HARD_SIGMOID),
            Map.entry("Tanh", Activation.TANH),
            Map.entry("Swish", Activation.SILU),
            Map.entry("HardSwish", Activation.HARD_SWISH),
            Map.entry("Mish", Activation.MISH),
            Map.entry("Gelu", Activation.GELU),
            Map.entry("Erf", Activation.ERF),
            Map.entry("Softplus", Activation.SOFTPLUS),
            Map.entry("Softsign", Activation.SOFTSIGN),
            Map.entry("Exp", Activation.EXP),
            Map.entry("Log", Activation.LOG),
            Map.entry("Sqrt", Activation.SQRT),
            Map.entry("Reciprocal", Activation.RECIPROCAL),
            Map.entry("Abs", Activation.ABSOLUTE),
            Map.entry("Neg", Activation.NEGATE),
            Map.entry("Sign", Activation.SIGN),
            Map.entry("Sin", Activation.SINE),
            Map.entry("Cos", Activation.COSINE),
            Map.entry("Floor", Activation.FLOOR),
            Map.entry("Ceil", Activation.CEILING),
            Map.entry("Round", Activation.ROUND));

    static void register() {
        FUNCTIONS.forEach((operator, function) -> Table.put(step -> apply(step, function), operator));
        Table.put(step -> apply(step, clip(step)), "Clip");
    }

    private static void apply(Step step, Activation function) {
        Placed input = step.in(0);
        step.put(0, step.add(new ActivationLayer(function), input), input.layout());
    }

    /** Bounds are attributes before opset 11 and inputs from then on. */
    private static Activation clip(Step step) {
        double low = step.attributes().real("min", step.scalar(1, Double.NEGATIVE_INFINITY));
        double high = step.attributes().real("max", step.scalar(2, Double.POSITIVE_INFINITY));
        if (low == 0 && high == 6) {
            return Activation.RELU6;
        }
        return low == 0 && high >= Float.MAX_VALUE ? Activation.RELU : Activation.CLIP;
    }
}
