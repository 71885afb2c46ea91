package mho.workloads.onnx.lowering;

import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.network.Strides;
import mho.workloads.network.View;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.shape.InferredTensor;
import org.jspecify.annotations.Nullable;

/** Operators that move or change nothing, or only the order in which values are read. */
final class Views {
    private Views() {}

    static void register() {
        LoweringRules.put(step -> step.put(0, step.in(0)), "Identity");
        LoweringRules.put(Views::cast, "Cast", "CastLike");
        LoweringRules.put(Views::dropout, "Dropout");
        LoweringRules.put(Views::reshape, "Reshape", "Flatten", "Squeeze", "Unsqueeze");
        LoweringRules.put(Views::transpose, "Transpose");
        LoweringRules.put(Views::blocks, "DepthToSpace", "SpaceToDepth");
    }

    /** Integers and truth values are held as the reals they are; only what loses something changes values. */
    private static void cast(LoweringContext step) {
        InferredTensor out = step.value(step.op().outputs().get(0));
        boolean whole = out != null && out.type().integral();
        boolean truth = out != null && out.type() == ElementType.BOOL;
        ElementType from = step.site().type(0);
        boolean loses = truth ? from != ElementType.BOOL : whole && !from.integral();
        if (loses || (out != null && !out.type().decodable())) {
            opaque(step, "rounding to integers");
        } else {
            step.put(0, step.in(0));
        }
    }

    private static void opaque(LoweringContext step, String what) {
        step.put(0, step.canvas().opaque(step.in(0), step.op().title(), what));
    }

    private static void dropout(LoweringContext step) {
        if (step.wants(1)) {
            throw new Unplaceable("Dropout whose mask is read");
        }
        if (step.has(2) && step.scalar(2, 1) != 0) {
            opaque(step, "dropout in training");
        } else {
            step.put(0, step.in(0));
        }
    }

    /** The layout of the same values as {@code out}, which drops or adds axes of 1. */
    static AxisLayout reshaped(AxisLayout layout, Dims out) {
        AxisLayout reshaped = layout.reshaped(out);
        return reshaped == null ? AxisLayout.usual(out) : reshaped;
    }

    private static void reshape(LoweringContext step) {
        PlacedTensor input = step.in(0);
        Dims out = step.out(0);
        AxisLayout kept = input.layout().reshaped(out);
        if (kept == null) {
            AxisLayout usual = AxisLayout.usual(out);
            boolean flat = usual.positionAxes().isEmpty();
            step.put(
                    0,
                    step.canvas()
                            .permuted(
                                    input,
                                    usual,
                                    step.op().title(),
                                    flat ? "flatten" : "reshape",
                                    input.layout()
                                            .read(AxisLayout.plain(
                                                    input.layout().dims())),
                                    AxisLayout.plain(out).read(usual)));
        } else if (step.shape(input).equals(kept.shape())) {
            step.put(0, input.node(), kept);
        } else {
            step.put(0, step.add(View.reshape(step.shape(input), kept.shape()), input), kept);
        }
    }

    private static void transpose(LoweringContext step) {
        PlacedTensor input = step.in(0);
        Dims out = step.out(0);
        int[] perm = permutation(step, out.rank());
        AxisLayout turned = input.layout().transposed(perm, out);
        if (!inOrder(turned.positionAxes(), perm)) {
            step.put(
                    0,
                    step.canvas()
                            .permuted(
                                    input,
                                    turned,
                                    step.op().title(),
                                    "transpose",
                                    input.layout().read(turned, perm)));
        } else if (!inOrder(turned.channelAxes(), perm) || !step.shape(input).equals(turned.shape())) {
            // Channels of a position in another order, or rows and columns counted otherwise: nothing waits.
            step.put(
                    0,
                    step.add(
                            new View(
                                    "transpose",
                                    turned.shape(),
                                    true,
                                    order(input.layout().read(turned, perm))),
                            input),
                    turned);
        } else {
            step.put(0, input.node(), turned);
        }
    }

    private static int[] permutation(LoweringContext step, int rank) {
        long @Nullable [] given = step.attributes().integers("perm");
        return IntStream.range(0, rank)
                .map(axis -> given == null ? rank - 1 - axis : Dims.axis(given[axis], rank))
                .toArray();
    }

    private static boolean inOrder(List<Integer> axes, int[] perm) {
        return IntStream.range(1, axes.size()).allMatch(i -> perm[axes.get(i - 1)] < perm[axes.get(i)]);
    }

    private static List<Strides> order(Strides one) {
        return one.inOrder() ? List.of() : List.of(one);
    }

    /** The blocks of depth-to-space, or of its inverse, in the order in which the output's values stand. */
    private static Strides blocks(LoweringContext step, Dims in) {
        int b = Math.toIntExact(step.attributes().integer("blocksize", 1));
        int inputs = in.at(0);
        int channels = in.at(1);
        int height = in.at(2);
        int width = in.at(3);
        if (step.type().equals("SpaceToDepth")) {
            List<Integer> sizes = List.of(height / b, b, width / b, b, inputs, channels);
            return Strides.transposing(sizes, List.of(0, 2, 4, 1, 3, 5));
        }
        int left = channels / b / b;
        return step.attributes().text("mode", "DCR").equals("DCR")
                ? Strides.transposing(List.of(height, width, inputs, b, b, left), List.of(0, 3, 1, 4, 2, 5))
                : Strides.transposing(List.of(height, width, inputs, left, b, b), List.of(0, 4, 1, 5, 2, 3));
    }

    private static void blocks(LoweringContext step) {
        PlacedTensor input = step.in(0, AxisLayout.image(step.dims(0)));
        String what = step.type().equals("DepthToSpace") ? "depth-to-space" : "space-to-depth";
        step.put(
                0,
                step.canvas()
                        .permuted(
                                input,
                                AxisLayout.image(step.out(0)),
                                step.op().title(),
                                what,
                                blocks(step, step.dims(0))));
    }
}
