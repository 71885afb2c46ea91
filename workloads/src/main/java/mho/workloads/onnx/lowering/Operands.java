package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Constant;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** Inputs of an operator that works value by value, brought to one layout. */
final class Operands {
    private Operands() {}

    /** The inputs that are activations, in order; the constants among them need no node. */
    static List<PlacedTensor> activations(LoweringContext step) {
        List<PlacedTensor> activations = new ArrayList<>();
        for (int k = 0; k < step.inputs(); k++) {
            if (step.has(k) && !step.isConstant(k)) {
                activations.add(step.in(k));
            }
        }
        return activations;
    }

    /** How to read an output of {@code dims} that these operands stretch to: as the largest that has each axis does. */
    static AxisLayout joint(List<PlacedTensor> operands, Dims dims) {
        List<AxisLayout> layouts = operands.stream()
                .map(operand -> operand.layout().ranked(dims.rank()))
                .sorted(Comparator.comparing(
                                (AxisLayout layout) -> layout.dims().count())
                        .reversed())
                .toList();
        AxisLayout largest = layouts.get(0);
        AxisLayout joint = AxisLayout.where(dims, axis -> isPosition(layouts, axis));
        AxisLayout kept = largest.over(dims);
        return kept.positionAxes().equals(joint.positionAxes()) ? kept : joint;
    }

    private static boolean isPosition(List<AxisLayout> layouts, int axis) {
        for (AxisLayout layout : layouts) {
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
    static PlacedTensor fitted(LoweringContext step, PlacedTensor operand, AxisLayout target) {
        AxisLayout ranked = operand.layout().ranked(target.dims().rank());
        PlacedTensor aligned = step.canvas()
                .as(
                        new PlacedTensor(operand.node(), ranked),
                        target.over(ranked.dims()),
                        step.op().title());
        Shape has = step.shape(aligned);
        Shape wants = target.shape();
        boolean rows = has.height() == 1 || has.height() == wants.height();
        boolean columns = has.width() == 1 || has.width() == wants.width();
        if (!rows || !columns) {
            throw new Unplaceable(step.type() + " that stretches one of several axes of positions");
        }
        return has.channels() == 1 ? aligned : Resizings.channels(step, aligned, target);
    }

    /** All of them, and together as large as {@code target}. */
    static List<PlacedTensor> fitted(LoweringContext step, List<PlacedTensor> operands, AxisLayout target) {
        List<PlacedTensor> fitted = new ArrayList<>();
        operands.forEach(operand -> fitted.add(fitted(step, operand, target)));
        Dims dims = target.dims();
        boolean covered = IntStream.range(0, dims.rank())
                .allMatch(axis -> dims.at(axis) == 1
                        || operands.stream()
                                .map(operand -> operand.layout().ranked(dims.rank()))
                                .anyMatch(layout -> layout.dims().at(axis) > 1));
        if (!covered) {
            fitted.set(0, Resizings.stretched(step, fitted.get(0), target));
        }
        return fitted;
    }

    /** An elementwise layer with the step's constants among its operands. */
    static Elementwise each(LoweringContext step, Operator operator, AxisLayout target) {
        List<Constant> constants = new ArrayList<>();
        for (int k = 0; k < step.inputs(); k++) {
            ConstantTensor tensor = step.constant(k);
            if (tensor != null) {
                constants.add(constant(k, tensor, target, 1));
            }
        }
        return new Elementwise(operator, constants, false);
    }

    /** An elementwise layer with one constant operand, times {@code factor}. */
    static Elementwise each(
            LoweringContext step,
            Operator operator,
            AxisLayout target,
            int place,
            ConstantTensor constant,
            double factor) {
        return new Elementwise(operator, List.of(constant(place, constant, target, factor)), false);
    }

    /** A constant stretched over the extents of a map that it does not share alike. */
    static Constant constant(int place, ConstantTensor tensor, AxisLayout target, double factor) {
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
        AxisLayout stretched = target.over(Dims.of(sizes));
        return new Constant(place, stretched.shape(), HeldWeights.tensor(stretched.dims(), () -> {
            float[] all = tensor.values() == null
                    ? new float[0]
                    : PerChannel.spread(tensor.values().floats(), tensor.dims(), stretched.dims());
            float[] stored = new float[all.length];
            int[] from = AxisLayout.plain(stretched.dims()).read(stretched).indices();
            for (int i = 0; i < stored.length; i++) {
                stored[i] = (float) (all[from[i]] * factor);
            }
            return stored;
        }));
    }

    private static List<Integer> channels(AxisLayout layout) {
        return IntStream.range(0, layout.dims().rank())
                .filter(axis -> !layout.isPosition(axis))
                .boxed()
                .toList();
    }

    /** Why values cannot be computed: constants of a type that is not decoded, or too many axes; null if they can. */
    static @Nullable String unknown(LoweringContext step) {
        for (int k = 0; k < step.inputs(); k++) {
            ConstantTensor tensor = step.constant(k);
            if (tensor != null && tensor.values() == null) {
                return "a constant is of a type that is not decoded";
            }
        }
        return null;
    }
}
