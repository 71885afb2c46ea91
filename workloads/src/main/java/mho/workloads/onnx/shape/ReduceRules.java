package mho.workloads.onnx.shape;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import org.jspecify.annotations.Nullable;

/** Many values become one along some axes. */
public final class ReduceRules {
    private ReduceRules() {}

    /** Reductions that shape arithmetic uses, by how two values combine. */
    private static final Map<String, DoubleBinaryOperator> FOLDED = Map.of(
            "ReduceSum", Double::sum,
            "ReduceMean", Double::sum,
            "ReduceProd", (a, b) -> a * b,
            "ReduceMax", Math::max,
            "ReduceMin", Math::min);

    static void register() {
        ShapeRules.put(
                ReduceRules::reduced,
                ("ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum"
                                + " ReduceSumSquare")
                        .split(" "));
        ShapeRules.put(ReduceRules::arg, "ArgMax", "ArgMin");
    }

    /** The axes that vanish: given, or all of them, or none where the operator says so. */
    public static int[] axes(InferenceContext site) {
        int rank = site.dims(0).rank();
        int[] given = site.axes(1, rank);
        if (given != null && given.length > 0) {
            return given;
        }
        boolean none = site.attributes().flag("noop_with_empty_axes", false);
        return none ? new int[0] : IntStream.range(0, rank).toArray();
    }

    private static void reduced(InferenceContext site) {
        Dims in = site.dims(0);
        int[] axes = axes(site);
        Dims kept = in;
        for (int axis : axes) {
            kept = kept.with(axis, 1);
        }
        Dims ones = kept;
        site.out(
                0,
                site.type(0),
                site.attributes().flag("keepdims", true) ? kept : dropped(kept, axes),
                inputs -> folded(site, inputs.get(0), in, ones));
    }

    private static Dims dropped(Dims dims, int[] axes) {
        return Dims.of(IntStream.range(0, dims.rank())
                .filter(axis -> Arrays.binarySearch(axes, axis) < 0)
                .map(dims::at)
                .toArray());
    }

    private static @Nullable ConstantValues folded(InferenceContext site, ConstantValues values, Dims in, Dims out) {
        DoubleBinaryOperator combine = FOLDED.get(site.op().type());
        if (combine == null || in.count() > FoldingBudget.SMALL || in.count() == 0) {
            return null;
        }
        int[] place = IntStream.range(0, out.count()).toArray();
        ConstantValues target = ConstantViews.broadcast(
                ConstantValues.ofIntegers(Arrays.stream(place).asLongStream().toArray()), out, in);
        double[] sums = new double[out.count()];
        boolean[] begun = new boolean[sums.length];
        for (int i = 0; i < in.count(); i++) {
            int at = (int) target.integer(i);
            sums[at] = begun[at] ? combine.applyAsDouble(sums[at], values.real(i)) : values.real(i);
            begun[at] = true;
        }
        if (site.op().type().equals("ReduceMean")) {
            Arrays.setAll(sums, i -> sums[i] * out.count() / in.count());
        }
        return ConstantValues.ofReals(sums);
    }

    private static void arg(InferenceContext site) {
        Dims in = site.dims(0);
        int axis = in.axis(site.attributes().integer("axis", 0));
        Dims kept = in.with(axis, 1);
        site.out(0, ElementType.INT64, site.attributes().flag("keepdims", true) ? kept : kept.without(axis));
    }
}
