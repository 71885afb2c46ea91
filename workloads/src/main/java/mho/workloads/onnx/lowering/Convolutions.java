package mho.workloads.onnx.lowering;

import mho.workloads.network.Conv;
import mho.workloads.network.Depth;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.TransposedConv;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.shape.SlidingWindow;
import mho.workloads.onnx.shape.TransposedWindow;

/** Convolutions over one axis, which is a map of height 1, two or three, whose planes stand one below the other. */
final class Convolutions {
    private Convolutions() {}

    static void register() {
        LoweringRules.put(step -> convolution(step, 1, 2), "Conv");
        LoweringRules.put(Convolutions::integer, "ConvInteger");
        LoweringRules.put(Convolutions::quantised, "QLinearConv");
        LoweringRules.put(Convolutions::transposed, "ConvTranspose");
    }

    private static void integer(LoweringContext step) {
        Quantised.centre(step, 0, 2, 1, 3, 0);
        convolution(step, 1, -1);
    }

    private static void quantised(LoweringContext step) {
        Quantised.restore(step, 0);
        convolution(step, 3, 8);
        Quantised.round(step);
    }

    private static void convolution(LoweringContext step, int weights, int bias) {
        Dims in = step.dims(0);
        ConstantTensor kernel = step.tensor(weights);
        SlidingWindow window = SlidingWindow.of(step.op(), in, SlidingWindow.spatial(kernel.dims()));
        int groups = groups(step);
        int filters = kernel.dims().at(0);
        place(step, kernel, bias, biased -> new Conv(kernel(window, step, in), filters, groups, biased));
    }

    private static void transposed(LoweringContext step) {
        Dims in = step.dims(0);
        ConstantTensor kernel = step.tensor(1);
        TransposedWindow transposed = TransposedWindow.of(step.op(), in, SlidingWindow.spatial(kernel.dims()));
        int groups = groups(step);
        int filters = kernel.dims().at(1) * groups;
        if (in.rank() > 4) {
            throw new Unplaceable("ConvTranspose over " + (in.rank() - 2) + " axes");
        }
        Kernel window = kernel(transposed.window(), step, in);
        int[] extra = transposed.extra();
        int extraH = extra.length == 1 ? 0 : extra[0];
        int extraW = extra[extra.length - 1];
        place(step, kernel, 2, biased -> new TransposedConv(window, extraH, extraW, filters, groups, biased));
    }

    private interface WithBias {
        Layer layer(boolean biased);
    }

    private static void place(LoweringContext step, ConstantTensor kernel, int biasInput, WithBias layer) {
        Dims in = step.dims(0);
        oneAtATime(step, in);
        PlacedTensor input = step.in(0, AxisLayout.slid(in));
        AxisLayout output = AxisLayout.slid(step.out(0));
        boolean given = biasInput > 0 && step.has(biasInput);
        // What stands behind a quantised product comes after it is rounded.
        boolean alone = step.type().startsWith("QLinear");
        Bias bias = given
                ? new Bias(step.op(), step.tensor(biasInput))
                : alone ? new Bias(step.op(), null) : Bias.behind(step, output);
        HeldWeights held = new HeldWeights().with("kernel", kernel);
        if (given) {
            held.with("bias", bias.tensor());
        } else {
            held.perChannel("bias", bias.tensor(), output, 1);
        }
        int node = step.add(layer.layer(bias.tensor() != null), held.weights(), input);
        step.putFor(bias.last(), node, output);
    }

    private static int groups(LoweringContext step) {
        return Math.toIntExact(step.attributes().integer("group", 1));
    }

    /** Networks run inputs one after another; a window cannot slide over several at once. */
    static void oneAtATime(LoweringContext step, Dims in) {
        if (in.at(0) != 1) {
            throw new Refusal("takes " + in.at(0) + " inputs at once (" + in
                    + "), mho runs one at a time: export for a batch of 1, leave --batch at 1 and give --images "
                    + in.at(0));
        }
    }

    static Kernel kernel(SlidingWindow window, LoweringContext step, Dims in) {
        int axes = window.kernel().length;
        if (axes > 3) {
            throw new Unplaceable(step.type() + " over " + axes + " axes");
        }
        int y = axes - 2;
        int x = axes - 1;
        Depth depth = axes < 3
                ? null
                : new Depth(
                        in.at(2),
                        window.kernel()[0],
                        window.stride()[0],
                        window.before()[0],
                        window.after()[0],
                        window.dilation()[0]);
        return new Kernel(
                at(window.kernel(), y, 1),
                at(window.kernel(), x, 1),
                at(window.stride(), y, 1),
                at(window.stride(), x, 1),
                at(window.before(), y, 0),
                at(window.before(), x, 0),
                at(window.after(), y, 0),
                at(window.after(), x, 0),
                at(window.dilation(), y, 1),
                at(window.dilation(), x, 1),
                depth);
    }

    private static int at(int[] list, int axis, int absent) {
        return axis < 0 ? absent : list[axis];
    }
}
