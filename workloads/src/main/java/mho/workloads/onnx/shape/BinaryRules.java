package mho.workloads.onnx.shape;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** Operators that combine two or more tensors value by value, shapes stretched to fit. */
final class BinaryRules {
    private BinaryRules() {}

    /** What one operator does on integers and on reals. */
    private record Operation(LongBinaryOperator whole, DoubleBinaryOperator real) {}

    private static final Map<String, Operation> ARITHMETIC = Map.of(
            "Add", new Operation(Long::sum, Double::sum),
            "Sub", new Operation((a, b) -> a - b, (a, b) -> a - b),
            "Mul", new Operation((a, b) -> a * b, (a, b) -> a * b),
            "Div", new Operation((a, b) -> b == 0 ? 0 : a / b, (a, b) -> a / b),
            "Max", new Operation(Math::max, Math::max),
            "Min", new Operation(Math::min, Math::min),
            "Sum", new Operation(Long::sum, Double::sum),
            "Pow", new Operation((a, b) -> (long) Math.pow((double) a, (double) b), Math::pow));

    private static final Map<String, Operation> LOGIC = Map.of(
            "Equal", new Operation((a, b) -> a == b ? 1 : 0, (a, b) -> a == b ? 1 : 0),
            "Greater", new Operation((a, b) -> a > b ? 1 : 0, (a, b) -> a > b ? 1 : 0),
            "GreaterOrEqual", new Operation((a, b) -> a >= b ? 1 : 0, (a, b) -> a >= b ? 1 : 0),
            "Less", new Operation((a, b) -> a < b ? 1 : 0, (a, b) -> a < b ? 1 : 0),
            "LessOrEqual", new Operation((a, b) -> a <= b ? 1 : 0, (a, b) -> a <= b ? 1 : 0),
            "And", new Operation((a, b) -> a & b, (a, b) -> 0),
            "Or", new Operation((a, b) -> a | b, (a, b) -> 0),
            "Xor", new Operation((a, b) -> a ^ b, (a, b) -> 0));

    static void register() {
        ARITHMETIC.forEach((operator, operation) -> ShapeRules.put(site -> combined(site, operation, null), operator));
        LOGIC.forEach(
                (operator, operation) -> ShapeRules.put(site -> combined(site, operation, ElementType.BOOL), operator));
        ShapeRules.put(BinaryRules::mod, "Mod");
        ShapeRules.put(
                site -> site.out(0, site.type(0), joint(site)),
                "BitShift",
                "BitwiseAnd",
                "BitwiseOr",
                "BitwiseXor",
                "Mean");
        ShapeRules.put(BinaryRules::where, "Where");
    }

    private static void combined(InferenceContext site, Operation operation, @Nullable ElementType result) {
        ElementType type = site.type(0);
        Dims out = joint(site);
        site.out(0, result == null ? type : result, out, inputs -> {
            ConstantValues sum = spread(inputs.get(0), site, 0, out);
            for (int k = 1; k < inputs.size(); k++) {
                sum = pair(operation, sum, spread(inputs.get(k), site, k, out), type);
            }
            return sum;
        });
    }

    private static ConstantValues pair(Operation operation, ConstantValues a, ConstantValues b, ElementType type) {
        int depth = Math.max(a.depth(), b.depth()) + 1;
        if (type.integral()) {
            LongBinaryOperator whole = operation.whole();
            LazyValues.IntegerAt at = i -> whole.applyAsLong(a.integer(i), b.integer(i));
            return new LazyValues(a.count(), depth, at, at::at);
        }
        DoubleBinaryOperator real = operation.real();
        LazyValues.RealAt at = i -> real.applyAsDouble(a.real(i), b.real(i));
        return new LazyValues(a.count(), depth, i -> (long) at.at(i), at);
    }

    /** Before opset 7 the second input stretched to the first, aligned at {@code axis}; only the first's shape counts. */
    private static boolean oldStretch(InferenceContext site) {
        return site.opset() < 7 && site.attributes().flag("broadcast", false);
    }

    private static Dims joint(InferenceContext site) {
        Dims out = site.dims(0);
        for (int k = 1; k < site.inputs() && !oldStretch(site); k++) {
            out = out.broadcast(site.dims(k));
        }
        return out;
    }

    private static ConstantValues spread(ConstantValues values, InferenceContext site, int k, Dims out) {
        Dims dims = site.dims(k);
        if (k > 0 && oldStretch(site) && site.attributes().has("axis")) {
            int axis = out.axis(site.attributes().integer("axis", 0));
            int[] sizes = new int[out.rank() - axis];
            java.util.Arrays.fill(sizes, 1);
            for (int i = 0; i < Math.min(dims.rank(), sizes.length); i++) {
                sizes[i] = dims.at(i);
            }
            dims = Dims.of(sizes);
        }
        if (!out.equals(out.broadcast(dims))) {
            throw new Refusal("shapes " + out + " and " + site.dims(k) + " do not broadcast");
        }
        return ConstantViews.broadcast(values, dims, out);
    }

    private static void mod(InferenceContext site) {
        boolean truncated = site.attributes().flag("fmod", false);
        combined(
                site,
                new Operation(
                        (a, b) -> b == 0 ? 0 : truncated ? a % b : Math.floorMod(a, b),
                        (a, b) -> truncated ? a % b : a - b * Math.floor(a / b)),
                null);
    }

    private static void where(InferenceContext site) {
        Dims out = joint(site);
        site.out(0, site.type(1), out, inputs -> {
            ConstantValues condition = ConstantViews.broadcast(inputs.get(0), site.dims(0), out);
            ConstantValues yes = ConstantViews.broadcast(inputs.get(1), site.dims(1), out);
            ConstantValues no = ConstantViews.broadcast(inputs.get(2), site.dims(2), out);
            int depth = Math.max(condition.depth(), Math.max(yes.depth(), no.depth())) + 1;
            return new LazyValues(
                    out.count(),
                    depth,
                    i -> (condition.integer(i) != 0 ? yes : no).integer(i),
                    i -> (condition.integer(i) != 0 ? yes : no).real(i));
        });
    }
}
