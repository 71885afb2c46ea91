package mho.workloads.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Concat.Along;
import org.jspecify.annotations.Nullable;

/**
 * The same values read otherwise: flatten, reshape, transpose, identity, dropout. Costs nothing and vanishes in {@link
 * Network#folded()}: where positions stay in order the consumer's field is unchanged, otherwise the consumer waits for the
 * whole map.
 *
 * @param what the word for it: "flatten", "transpose", ...
 * @param inOrder position i of the output is position i of the input, with the same channels
 * @param order the orders of reading that lead to the output, one after another, of values counted position by position
 *     and channel by channel within a position; empty: in the order they have; null: the view changes values in a way
 *     that is not known, so that they cannot be computed
 */
public record View(String what, Shape output, boolean inOrder, @Nullable List<Strides> order) implements Layer {
    public View {
        order = order == null ? null : List.copyOf(order);
    }

    /** Values in the order they have. */
    public View(String what, Shape output, boolean inOrder) {
        this(what, output, inOrder, List.of());
    }

    public static View identity(Shape shape) {
        return new View("identity", shape, true);
    }

    /** All values in one vector, channel by channel; throws ArithmeticException if there are more than 2^31 - 1. */
    public static View flatten(Shape input) {
        Shape output = Shape.vector(Math.toIntExact(input.size()));
        return new View("flatten", output, input.positions() == 1, reshaping(input, output));
    }

    /** In order if the channels stay. Values are counted channel by channel, each row-major. */
    public static View reshape(Shape input, Shape output) {
        return new View("reshape", output, input.channels() == output.channels(), reshaping(input, output));
    }

    private static List<Strides> reshaping(Shape input, Shape output) {
        return input.channels() == output.channels()
                ? List.of()
                : straight(
                        Strides.transposing(List.of(input.positions(), input.channels()), List.of(1, 0)),
                        Strides.transposing(List.of(output.channels(), output.positions()), List.of(1, 0)));
    }

    private static List<Strides> straight(Strides... orders) {
        return List.of(orders).stream().filter(order -> !order.inOrder()).toList();
    }

    /**
     * Output channels, height and width taken from these extents of the input, in this order. Turning a map of one row or
     * one column keeps its positions in order.
     */
    public static View transpose(Shape input, List<Along> order) {
        Shape output = new Shape(
                order.get(0).of(input), order.get(1).of(input), order.get(2).of(input));
        boolean straight = order.get(1) == Along.HEIGHT || input.height() == 1 || input.width() == 1;
        List<Along> has = List.of(Along.HEIGHT, Along.WIDTH, Along.CHANNELS);
        List<Integer> axes = new ArrayList<>();
        IntStream.of(1, 2, 0).forEach(k -> axes.add(has.indexOf(order.get(k))));
        Strides turned = Strides.transposing(List.of(input.height(), input.width(), input.channels()), axes);
        return new View("transpose", output, order.get(0) == Along.CHANNELS && straight, straight(turned));
    }

    /** Values in another order, which nobody says. */
    public static View permuted(String what, Shape output) {
        return new View(what, output, false, null);
    }

    /** Values in other orders, one after another. */
    public static View permuted(String what, Shape output, Strides... order) {
        return new View(what, output, false, straight(order));
    }

    /** Values that change on the way, at no cost but in a way that is not computed; {@code what} says by what. */
    public static View opaque(String what, Shape shape) {
        return new View(what, shape, true, null);
    }

    @Override
    public String kind() {
        return what;
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
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
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        ReceptiveField own = ReceptiveField.identity(output.height(), output.width());
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

    @Override
    public boolean hasGradient() {
        return true;
    }
}
