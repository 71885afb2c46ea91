package mho.workloads.onnx.lowering;

import java.util.Arrays;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.MatMul;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.lowering.EinsumLetters.Role;
import mho.workloads.onnx.shape.ConstantViews;
import org.jspecify.annotations.Nullable;

/**
 * A product of two tensors over common axes. With a constant factor it is a dense layer, one window per position (or, with
 * one matrix per group, a 1 x 1 convolution in groups); of two activations it is digital.
 */
final class TensorProduct {
    private final LoweringContext step;
    private final EinsumLetters letters;
    private final Dims left;
    private final Dims right;
    private final Dims out;

    TensorProduct(LoweringContext step, EinsumLetters letters, Dims left, Dims right) {
        this.step = step;
        this.letters = letters;
        this.left = left;
        this.right = right;
        this.out = step.out(0);
        for (char letter : (letters.left() + letters.right()).toCharArray()) {
            if (wide(letter) && letters.role(letter, left, right) == Role.LONE) {
                throw new Unplaceable(step.type() + " that sums one factor alone");
            }
        }
    }

    private boolean wide(char letter) {
        int a = letters.left().indexOf(letter);
        int b = letters.right().indexOf(letter);
        return (a >= 0 && left.at(a) > 1) || (b >= 0 && right.at(b) > 1);
    }

    private int[] axes(String of, Dims dims, Role... roles) {
        return letters.axes(of, dims, left, right, roles);
    }

    private int count(String of, Dims dims, Role role) {
        return Arrays.stream(axes(of, dims, role)).map(dims::at).reduce(1, Math::multiplyExact);
    }

    /**
     * Left activations by right weights.
     *
     * @param bias what the operator itself adds; null to look for an Add behind it
     */
    void dense(int activations, ConstantTensor weights, @Nullable Bias bias, double alpha, double beta) {
        PlacedTensor input = step.in(activations, AxisLayout.of(left, axes(letters.left(), left, Role.LEFT)));
        AxisLayout output = AxisLayout.of(out, axes(letters.out(), out, Role.LEFT));
        int groups = count(letters.left(), left, Role.GROUP);
        int columns = count(letters.right(), right, Role.RIGHT);
        Bias sum = bias == null ? Bias.behind(step, output) : bias;
        boolean biased = sum.tensor() != null;
        Layer layer = groups == 1
                ? new Dense(columns, biased, true)
                : new Conv(Kernel.point(), Math.multiplyExact(groups, columns), groups, biased);
        HeldWeights held = new HeldWeights()
                .perChannel("bias", sum.tensor(), output, beta)
                .unknown(usualOrder() ? null : "its axes stand in an unusual order");
        kernel(held, weights, alpha);
        step.putFor(sum.last(), step.add(layer, held.weights(), input), output);
    }

    /** Stored as (groups ·) columns x rows, like the kernel of a convolution. */
    private void kernel(HeldWeights held, ConstantTensor weights, double alpha) {
        ConstantValues values = weights.values();
        if (values == null) {
            held.unknown(HeldWeights.absent("kernel", weights));
            return;
        }
        int[] order = axes(letters.right(), right, Role.GROUP, Role.RIGHT, Role.INNER);
        int[] sizes = Arrays.stream(order).map(right::at).toArray();
        int[] all = right.strides();
        int[] strides = Arrays.stream(order).map(axis -> all[axis]).toArray();
        ConstantValues turned = ConstantViews.strided(values, Dims.of(sizes), strides, 0);
        int rows = count(letters.right(), right, Role.INNER);
        held.with("kernel", Dims.of(right.count() / rows, rows), turned, alpha);
    }

    /** Whether channels of factors and product are groups first, and letters stand in the same order wherever they occur. */
    private boolean usualOrder() {
        return ordered(letters.left(), left, Role.GROUP, Role.INNER)
                && ordered(letters.out(), out, Role.GROUP, Role.RIGHT)
                && named(letters.left(), left, Role.LEFT).equals(named(letters.out(), out, Role.LEFT))
                && named(letters.left(), left, Role.GROUP).equals(named(letters.right(), right, Role.GROUP))
                && named(letters.left(), left, Role.GROUP).equals(named(letters.out(), out, Role.GROUP))
                && named(letters.left(), left, Role.INNER).equals(named(letters.right(), right, Role.INNER))
                && named(letters.right(), right, Role.RIGHT).equals(named(letters.out(), out, Role.RIGHT));
    }

    private boolean ordered(String of, Dims dims, Role first, Role second) {
        int[] axes = axes(of, dims, first, second);
        return java.util.stream.IntStream.range(1, axes.length).allMatch(i -> axes[i - 1] < axes[i]);
    }

    private String named(String of, Dims dims, Role role) {
        StringBuilder named = new StringBuilder();
        for (int axis : axes(of, dims, role)) {
            named.append(of.charAt(axis));
        }
        return named.toString();
    }

    /** Two activations. */
    void digital(int leftInput, int rightInput) {
        PlacedTensor a = step.in(leftInput, AxisLayout.of(left, axes(letters.left(), left, Role.LEFT)));
        int[] inner = axes(letters.right(), right, Role.INNER);
        int[] outer = axes(letters.right(), right, Role.RIGHT);
        AxisLayout byColumn = AxisLayout.of(right, outer);
        boolean transposed =
                step.in(rightInput).layout().positionAxes().equals(byColumn.positionAxes()) || inner.length == 0;
        PlacedTensor b = step.in(rightInput, transposed ? byColumn : AxisLayout.of(right, inner));
        int groups = count(letters.left(), left, Role.GROUP);
        int node = step.add(
                new MatMul(groups, transposed),
                new HeldWeights()
                        .unknown(usualOrder() ? null : "its axes stand in an unusual order")
                        .weights(),
                a,
                b);
        step.put(0, node, AxisLayout.of(out, axes(letters.out(), out, Role.LEFT)));
    }
}
