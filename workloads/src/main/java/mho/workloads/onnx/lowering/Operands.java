package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Constant;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.graph.Tensor;
import org.jspecify.annotations.Nullable;

/** Inputs of an operator that works value by value, brought to one layout. */
final class Operands {
    private Operands() {}

    /** The inputs that are activations, in order; the constants among them need no node. */
    static List<Placed> activations(Step step) {
        List<Placed> activations = new ArrayList<>();
        for (int k = 0; k < step.inputs(); k++) {
            if (step.has(k) && !step.isConstant(k)) {
                activations.add(step.in(k));
            }
        }
        return activations;
    }

    /** How to read an output of {@code dims} that these operands stretch to: as the largest that has each axis does. */
    static Layout joint(List<Placed> operands, Dims dims) {
        List<Layout> layouts = operands.stream()
                .map(operand -> operand.layout().ranked(dims.rank()))
                .sorted(Comparator.comparing((Layout layout) -> layout.dims().count())
                        .reversed())
                .toList();
        Layout largest = layouts.get(0);
        Layout joint = Layout.where(dims, axis -> isPosition(layouts, axis));
        Layout kept = largest.over(dims);
        return kept.positionAxes().equals(joint.positionAxes()) ? kept : joint;
    }

    private static boolean isPosition(List<Layout> layouts, int axis) {
        for (Layout layout : layouts) {
            if (layout.dims().at(axis) > 1) {
                return layout.isPosition(axis);
            }
        }
        // Nobody has this axis yet: it counts positions if somebody says so, or if channels stand behind it.
        return layouts.stream().anyMatch(layout -> layout.isPosition(axis))
                || layouts.get(0).channelAxes().stream().anyMatch(channel -> channel > axis);
    }

    /**
     * An operand in the roles of {@code target}. An elementwise layer stretches extents of 1; channels that are there for
     * some groups only (a mask for all heads) are repeated here.
     */
    static Placed fitted(Step step, Placed operand, Layout target) {
        Layout ranked = operand.layout().ranked(target.dims().rank());
        Placed aligned = step.canvas()
                .as(
                        new Placed(operand.node(), ranked),
                        target.over(ranked.dims()),
                        step.op().title());
        Shape has = step.shape(aligned);
        Shape wants = target.shape();
        boolean rows = has.height() == 1 || has.height() == wants.height();
        boolean columns = has.width() == 1 || has.width() == wants.width();
        if (!rows || !columns) {
            throw new Unplaceable(step.type() + " that stretches one of several axes of positions");
        }
        return has.channels() == 1 ? aligned : Stretches.channels(step, aligned, target);
    }

    /** All of them, and together as large as {@code target}. */
    static List<Placed> fitted(Step step, List<Placed> operands, Layout target) {
        List<Placed> fitted = new ArrayList<>();
        operands.forEach(operand -> fitted.add(fitted(step, operand, target)));
        Dims dims = target.dims();
        boolean covered = IntStream.range(0, dims.rank())
                .allMatch(axis -> dims.at(axis) == 1
                        || operands.stream()
                                .map(operand -> operand.layout().ranked(dims.rank()))
                                .anyMatch(layout -> layout.dims().at(axis) > 1));
        if (!covered) {
            fitted.set(0, Stretches.stretched(step, fitted.get(0), target));
        }
        return fitted;
    }

    /** An elementwise layer with the step's constants among its operands. */
    static Elementwise each(Step step, Operator operator, Layout target) {
        List<Constant> constants = new ArrayList<>();
        for (int k = 0; k < step.inputs(); k++) {
            Tensor tensor = step.constant(k);
            if (tensor != null) {
                constants.add(constant(k, tensor, target, 1));
            }
        }
        return new Elementwise(operator, constants, false);
    }

    /** An elementwise layer with one constant operand, times {@code factor}. */
    static Elementwise each(Step step, Operator operator, Layout target, int place, Tensor constant, double factor) {
        return new Elementwise(operator, List.of(constant(place, constant, target, factor)), false);
    }

    /** A constant stretched over the extents of a map that it does not share alike. */
    static Constant constant(int place, Tensor tensor, Layout target, double factor) {
        Dims dims = target.dims();
        int offset = dims.rank() - tensor.dims().rank();
        if (offset < 0 || !dims.broadcast(tensor.dims()).equals(dims)) {
            throw new Refusal("its constant " + tensor.dims() + " does not fit its output " + dims);
        }
        int[] sizes = new int[dims.rank()];
        java.util.Arrays.fill(sizes, 1);
        for (List<Integer> extent : List.of(target.rows(), target.columns(), channels(target))) {
            boolean wide = extent.stream()
                    .anyMatch(axis -> axis >= offset && tensor.dims().at(axis - offset) > 1);
            extent.forEach(axis -> sizes[axis] = wide ? dims.at(axis) : 1);
        }
        Layout stretched = target.over(Dims.of(sizes));
        return new Constant(place, stretched.shape(), Held.tensor(stretched.dims(), () -> {
            float[] all = tensor.values() == null
                    ? new float[0]
                    : PerChannel.spread(tensor.values().floats(), tensor.dims(), stretched.dims());
            float[] stored = new float[all.length];
            int[] from = Layout.plain(stretched.dims()).read(stretched).indices();
            for (int i = 0; i < stored.length; i++) {
                stored[i] = (float) (all[from[i]] * factor);
            }
            return stored;
        }));
    }

    private static List<Integer> channels(Layout layout) {
        return IntStream.range(0, layout.dims().rank())
                .filter(axis -> !layout.isPosition(axis))
                .boxed()
                .toList();
    }

    /** Why values cannot be computed: constants of a type that is not decoded, or too many axes; null if they can. */
    static @Nullable String unknown(Step step) {
        for (int k = 0; k < step.inputs(); k++) {
            Tensor tensor = step.constant(k);
            if (tensor != null && tensor.values() == null) {
                return "a constant is of a type that is not decoded";
            }
        }
        return null;
    }
}
