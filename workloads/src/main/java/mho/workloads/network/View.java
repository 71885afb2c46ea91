package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Concat.Along;

/**
 * The same values read otherwise: flatten, reshape, transpose, identity, dropout. Costs nothing and vanishes in {@link
 * Network#folded()}: where positions stay in order the consumer's field is unchanged, otherwise the consumer waits for the
 * whole map.
 *
 * @param what the word for it: "flatten", "transpose", ...
 * @param inOrder position i of the output is position i of the input, with the same channels
 */
public record View(String what, Shape output, boolean inOrder) implements Layer {

    public static View identity(Shape shape) {
        return new View("identity", shape, true);
    }

    /** All values in one vector; throws ArithmeticException if there are more than 2^31 - 1. */
    public static View flatten(Shape input) {
        return new View("flatten", Shape.vector(Math.toIntExact(input.size())), input.positions() == 1);
    }

    /** In order if the channels stay. */
    public static View reshape(Shape input, Shape output) {
        return new View("reshape", output, input.channels() == output.channels());
    }

    /**
     * Output channels, height and width taken from these extents of the input, in this order. Turning a map of one row or
     * one column keeps its positions in order.
     */
    public static View transpose(Shape input, List<Along> order) {
        Shape output = new Shape(
                order.get(0).of(input), order.get(1).of(input), order.get(2).of(input));
        boolean straight = order.get(1) == Along.HEIGHT || input.height() == 1 || input.width() == 1;
        return new View("transpose", output, order.get(0) == Along.CHANNELS && straight);
    }

    /** Values in another order. */
    public static View permuted(String what, Shape output) {
        return new View(what, output, false);
    }

    @Override
    public String kind() {
        return what;
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Expect.inputs(inputs, 1);
        Shape in = inputs.get(0);
        if (in.size() != output.size()) {
            throw new BadInput("%s has %d values, %s would have %d".formatted(in, in.size(), output, output.size()));
        }
        if (inOrder && in.channels() != output.channels()) {
            throw new BadInput("%s read as %s does not keep its positions in order".formatted(in, output));
        }
        return output;
    }

    @Override
    public Field field(int input, List<Shape> inputs, Shape output) {
        Field own = Field.identity(output.height(), output.width());
        return inOrder ? own : own.behind(inputs.get(0).positions());
    }

    @Override
    public int channelsRead(int input, List<Shape> inputs, Shape output) {
        return output.channels();
    }

    @Override
    public boolean isView() {
        return true;
    }
}
