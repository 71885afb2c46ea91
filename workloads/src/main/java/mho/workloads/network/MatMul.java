package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;

/**
 * Product of two activations, digital because neither factor stays: attention. Heads are groups of channels. The left
 * factor has one row per position, groups x inner values each; a window is one row of the product.
 *
 * <ul>
 *   <li>transposed (queries x keys): the right factor has one column per position, groups x inner values each; the product
 *       has groups x columns values per row.
 *   <li>not transposed (scores x values): the right factor has inner positions of groups x columns values each.
 * </ul>
 */
public record MatMul(int groups, boolean transposed) implements Layer {
    @Override
    public String kind() {
        return "matmul";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 2);
        Shape left = inputs.get(0);
        Shape right = inputs.get(1);
        LayerChecks.groups(left.channels(), "channels of the left factor", groups);
        LayerChecks.groups(right.channels(), "channels of the right factor", groups);
        int rightInner = transposed ? right.channels() / groups : right.positions();
        if (inner(left) != rightInner) {
            throw new BadInput(
                    "the factors do not agree: the left (%s) has %d values per row and group, the right (%s) has %d"
                            .formatted(left, inner(left), right, rightInner));
        }
        int columns = transposed ? right.positions() : right.channels() / groups;
        return new Shape(Math.multiplyExact(groups, columns), left.height(), left.width());
    }

    private int inner(Shape left) {
        return left.channels() / groups;
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return input == 0
                ? ReceptiveField.identity(output.height(), output.width())
                : ReceptiveField.whole(inputs.get(1), output);
    }

    /** Every output value is a sum of inner products. */
    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return DigitalWork.of(ScalarOperation.MULTIPLY_ACCUMULATE, (long) inner(inputs.get(0)) * output.channels());
    }

    @Override
    public long macs(List<Shape> inputs, Shape output) {
        return Math.multiplyExact(work(inputs, output).byUnit().macs(), (long) output.positions());
    }

    @Override
    public boolean takesActivation() {
        return true;
    }
}
