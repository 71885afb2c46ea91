package mho.workloads.onnx.lowering;

import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.Function;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/** Functions of one value. */
final class Activations {
    private Activations() {}

    private static final Map<String, Activation> FUNCTIONS = Map.ofEntries(
            Map.entry("Relu", Activation.RELU),
            Map.entry("LeakyRelu", Activation.LEAKY_RELU),
            Map.entry("PRelu", Activation.PRELU),
            Map.entry("ThresholdedRelu", Activation.THRESHOLDED_RELU),
            Map.entry("Shrink", Activation.SHRINK),
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
        FUNCTIONS.forEach(
                (operator, function) -> LoweringRules.put(step -> apply(step, function(step, function)), operator));
        LoweringRules.put(step -> apply(step, clip(step)), "Clip");
    }

    private static void apply(LoweringContext step, Function function) {
        PlacedTensor input = step.in(0);
        step.put(0, step.add(new ActivationLayer(function), input), input.layout());
    }

    /** With the parameters that ONNX gives as attributes, its own defaults where there are none. */
    private static Function function(LoweringContext step, Activation kind) {
        Attributes given = step.attributes();
        Function usual = Function.of(kind);
        double alpha = given.real("alpha", usual.a());
        return switch (kind) {
            case LEAKY_RELU, ELU, CELU, SILU, THRESHOLDED_RELU -> new Function(kind, alpha, 0);
            case SELU -> new Function(kind, alpha, given.real("gamma", usual.b()));
            case HARD_SIGMOID -> new Function(kind, alpha, given.real("beta", usual.b()));
            case SHRINK -> new Function(kind, given.real("lambd", 0.5), given.real("bias", 0));
            case GELU -> new Function(kind, given.text("approximate", "none").equals("tanh") ? 1 : 0, 0);
            case PRELU -> new Function(kind, 0, 0, slopes(step));
            default -> usual;
        };
    }

    /** One slope for each channel; null where slopes are computed or differ between positions. */
    private static mho.workloads.network.@Nullable Tensor slopes(LoweringContext step) {
        AxisLayout layout = step.in(0).layout();
        ConstantTensor tensor = step.constant(1);
        if (tensor == null || tensor.values() == null || !PerChannel.fits(tensor.dims(), layout)) {
            return null;
        }
        return HeldWeights.tensor(Dims.of(layout.channels()), () -> {
            float[] floats = PerChannel.floats(tensor, layout);
            return floats == null ? new float[0] : floats;
        });
    }

    /** Bounds are attributes before opset 11 and inputs from then on. */
    private static Function clip(LoweringContext step) {
        double low = step.attributes().real("min", step.scalar(1, Double.NEGATIVE_INFINITY));
        double high = step.attributes().real("max", step.scalar(2, Double.POSITIVE_INFINITY));
        if (low == 0 && high == 6) {
            return Function.of(Activation.RELU6);
        }
        return low == 0 && high >= Float.MAX_VALUE
                ? Function.of(Activation.RELU)
                : new Function(Activation.CLIP, low, high);
    }
}
