package mho.workloads.onnx.shape;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** Operators of one tensor whose output has its shape. */
final class UnaryRules {
    private UnaryRules() {}

    static void register() {
        FOLDED.forEach((operator, f) -> ShapeRules.put(site -> folded(site, f), operator));
        ShapeRules.put(
                site -> site.out(0, site.type(0), site.dims(0)),
                ("Acos Acosh Asin Asinh Atan Atanh BitwiseNot Celu Clip Cosh CumSum Elu Gelu GroupNormalization"
                                + " HardSigmoid HardSwish Hardmax InstanceNormalization LRN LeakyRelu LogSoftmax"
                                + " LpNormalization MeanVarianceNormalization Mish PRelu RMSNormalization ReverseSequence"
                                + " Scatter ScatterElements ScatterND Selu Shrink Sinh Softmax Softplus Softsign Swish Tan"
                                + " ThresholdedRelu")
                        .split(" "));
        ShapeRules.put(site -> site.out(0, site.type(0), site.dims(0), inputs -> inputs.get(0)), "Identity");
        ShapeRules.put(UnaryRules::negated, "Neg", "Abs", "Sign");
        ShapeRules.put(UnaryRules::triangle, "Trilu");
        ShapeRules.put(
                site -> site.out(0, ElementType.BOOL, site.dims(0), inputs -> {
                    ConstantValues in = inputs.get(0);
                    return LazyValues.integers(in, i -> 1 - in.integer(i));
                }),
                "Not");
        ShapeRules.put(site -> site.out(0, ElementType.BOOL, site.dims(0)), "IsInf", "IsNaN");
        ShapeRules.put(site -> cast(site, ElementType.ofCode(site.attributes().integer("to", 0))), "Cast");
        ShapeRules.put(site -> cast(site, site.type(1)), "CastLike");
        ShapeRules.put(UnaryRules::dropout, "Dropout");
    }

    private static final Map<String, DoubleUnaryOperator> FOLDED = Map.ofEntries(
            Map.entry("Ceil", Math::ceil),
            Map.entry("Floor", Math::floor),
            Map.entry("Round", Math::rint),
            Map.entry("Sqrt", Math::sqrt),
            Map.entry("Exp", Math::exp),
            Map.entry("Log", Math::log),
            Map.entry("Sin", Math::sin),
            Map.entry("Cos", Math::cos),
            Map.entry("Tanh", Math::tanh),
            Map.entry("Sigmoid", x -> 1 / (1 + Math.exp(-x))),
            Map.entry("Reciprocal", x -> 1 / x),
            Map.entry("Relu", x -> Math.max(x, 0)),
            Map.entry("Erf", UnaryRules::erf));

    private static void folded(InferenceContext site, DoubleUnaryOperator f) {
        site.out(0, site.type(0), site.dims(0), inputs -> {
            ConstantValues in = inputs.get(0);
            return LazyValues.reals(in, i -> f.applyAsDouble(in.real(i)));
        });
    }

    /** Operators that integers have as well, and that must stay exact on them. */
    private static void negated(InferenceContext site) {
        LongUnaryOperator whole =
                switch (site.op().type()) {
                    case "Neg" -> x -> -x;
                    case "Abs" -> Math::abs;
                    default -> Long::signum;
                };
        DoubleUnaryOperator real =
                switch (site.op().type()) {
                    case "Neg" -> x -> -x;
                    case "Abs" -> Math::abs;
                    default -> Math::signum;
                };
        site.out(0, site.type(0), site.dims(0), inputs -> {
            ConstantValues in = inputs.get(0);
            return site.type(0).integral()
                    ? LazyValues.integers(in, i -> whole.applyAsLong(in.integer(i)))
                    : LazyValues.reals(in, i -> real.applyAsDouble(in.real(i)));
        });
    }

    /** What lies on the other side of a diagonal is 0. */
    private static void triangle(InferenceContext site) {
        Dims dims = site.dims(0);
        if (dims.rank() < 2) {
            throw new Refusal("takes a triangle of " + dims + ", which is no matrix");
        }
        Triangle triangle = site.has(1) && !site.in(1).isConstant() ? null : Triangle.of(site);
        boolean whole = site.type(0).integral();
        site.out(0, site.type(0), dims, inputs -> {
            ConstantValues in = inputs.get(0);
            return triangle == null
                    ? null
                    : whole
                            ? LazyValues.integers(in, i -> triangle.keeps(i) ? in.integer(i) : 0)
                            : LazyValues.reals(in, i -> triangle.keeps(i) ? in.real(i) : 0);
        });
    }

    private static void cast(InferenceContext site, @Nullable ElementType to) {
        if (to == null) {
            throw new Refusal(
                    "casts to element type " + site.attributes().integer("to", 0) + ", which ONNX does not define");
        }
        ElementType from = site.type(0);
        site.out(0, to, site.dims(0), inputs -> {
            ConstantValues in = inputs.get(0);
            if (to == ElementType.BOOL) {
                return LazyValues.integers(in, i -> in.real(i) != 0 ? 1 : 0);
            }
            return to.integral() && from.decodable() ? LazyValues.integers(in, i -> narrowed(in.integer(i), to)) : in;
        });
    }

    private static long narrowed(long value, ElementType to) {
        return switch (to) {
            case INT8 -> (byte) value;
            case UINT8 -> value & 0xFF;
            case INT16 -> (short) value;
            case UINT16 -> value & 0xFFFF;
            case INT32 -> (int) value;
            case UINT32 -> value & 0xFFFF_FFFFL;
            default -> value;
        };
    }

    private static void dropout(InferenceContext site) {
        // With a third input it may drop values after all: what a constant becomes is then left open.
        site.out(0, site.type(0), site.dims(0), inputs -> inputs.size() > 2 ? null : inputs.get(0));
        site.out(1, ElementType.BOOL, site.dims(0));
    }

    /** Abramowitz and Stegun 7.1.26, to 1.5e-7: as good as the float32 it is stored in. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.signum(x) * (1 - sum * Math.exp(-x * x));
    }
}
