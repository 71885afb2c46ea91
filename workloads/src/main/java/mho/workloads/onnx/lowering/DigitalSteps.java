package mho.workloads.onnx.lowering;

import java.util.Arrays;
import java.util.List;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Function;
import mho.workloads.network.Kernel;
import mho.workloads.network.Pool;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/** Building blocks of digital work, for operators that are several of them in a row. */
final class DigitalSteps {
    private final LoweringContext step;

    DigitalSteps(LoweringContext step) {
        this.step = step;
    }

    PlacedTensor apply(String part, Activation function, PlacedTensor input) {
        return new PlacedTensor(step.addPart(part, new ActivationLayer(function), input), input.layout());
    }

    PlacedTensor apply(String part, Function function, PlacedTensor input) {
        return new PlacedTensor(step.addPart(part, new ActivationLayer(function), input), input.layout());
    }

    /** Combined with one number on the right. */
    static Elementwise by(Operator operator, double number) {
        mho.workloads.network.Tensor one = HeldWeights.tensor(Dims.of(1), () -> new float[] {(float) number});
        return new Elementwise(operator, List.of(new Elementwise.Constant(1, Shape.vector(1), one)), false);
    }

    /** Value by value; the second may be smaller and stretch. */
    PlacedTensor combine(String part, Operator operator, PlacedTensor first, PlacedTensor second) {
        List<PlacedTensor> both = Operands.fitted(step, List.of(first, second), first.layout());
        int node = step.addPart(part, new Elementwise(operator), both.toArray(new PlacedTensor[0]));
        return new PlacedTensor(node, first.layout());
    }

    /** Scale and shift per channel. */
    PlacedTensor affine(String part, PlacedTensor input, @Nullable TrainedWeights weights) {
        int node = step.canvas().add(step.op().title() + "/" + part, new BatchNorm(), weights, List.of(input.node()));
        return new PlacedTensor(node, input.layout());
    }

    /** Many values become one along {@code axes}, which stay as axes of 1. */
    PlacedTensor reduce(String part, Reduction reduction, PlacedTensor input, int... axes) {
        Dims in = input.layout().dims();
        List<Integer> wide =
                Arrays.stream(axes).filter(axis -> in.at(axis) > 1).boxed().toList();
        if (wide.isEmpty()) {
            return input;
        }
        PlacedTensor ready = separable(input, wide) ? input : apart(input, wide);
        Dims out = in;
        for (int axis : wide) {
            out = out.with(axis, 1);
        }
        PlacedTensor pooled = pooled(part, reduction, ready, wide, out);
        boolean channels = wide.stream().anyMatch(axis -> !ready.layout().isPosition(axis));
        AxisLayout layout = ready.layout().over(out);
        return channels
                ? new PlacedTensor(step.addPart(part, new Reduce(reduction), pooled), layout)
                : new PlacedTensor(pooled.node(), layout);
    }

    /** All channels or none, all rows or none, all columns or none: a pool and a reduction do it where the values are. */
    private static boolean separable(PlacedTensor input, List<Integer> axes) {
        AxisLayout layout = input.layout();
        List<Integer> channels =
                axes.stream().filter(axis -> !layout.isPosition(axis)).toList();
        List<Integer> rows = axes.stream().filter(layout.rows()::contains).toList();
        boolean allRows = rows.containsAll(wide(layout, layout.rows()));
        return (channels.isEmpty() || channels.equals(layout.channelAxes())) && (rows.isEmpty() || allRows);
    }

    private static List<Integer> wide(AxisLayout layout, List<Integer> axes) {
        return axes.stream().filter(axis -> layout.dims().at(axis) > 1).toList();
    }

    /** The reduced axes as the channels, every other as positions. */
    private PlacedTensor apart(PlacedTensor input, List<Integer> axes) {
        AxisLayout wanted = AxisLayout.where(input.layout().dims(), axis -> !axes.contains(axis));
        return step.canvas().as(input, wanted, step.op().title());
    }

    private PlacedTensor pooled(String part, Reduction reduction, PlacedTensor input, List<Integer> axes, Dims out) {
        AxisLayout layout = input.layout();
        boolean rows = axes.stream().anyMatch(layout.rows()::contains);
        boolean columns = axes.stream().anyMatch(layout.columns()::contains);
        if (!rows && !columns) {
            return input;
        }
        Shape shape = step.shape(input);
        Kernel kernel = new Kernel(rows ? shape.height() : 1, columns ? shape.width() : 1, 1, 1, 0, 0, 0, 0, 1, 1);
        Dims left = layout.dims();
        for (int axis = 0; axis < out.rank(); axis++) {
            left = layout.isPosition(axis) ? left.with(axis, out.at(axis)) : left;
        }
        return new PlacedTensor(
                step.addPart(part + "-pool", new Pool(reduction, kernel, false), input), layout.over(left));
    }
}
