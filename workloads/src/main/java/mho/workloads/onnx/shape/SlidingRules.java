package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;

/** Convolutions and poolings. */
final class SlidingRules {
    private SlidingRules() {}

    static void register() {
        ShapeRules.put(site -> site.out(0, site.type(0), convolved(site, 1)), "Conv");
        ShapeRules.put(site -> site.out(0, ElementType.INT32, convolved(site, 1)), "ConvInteger");
        ShapeRules.put(site -> site.out(0, site.type(7), convolved(site, 3)), "QLinearConv");
        ShapeRules.put(SlidingRules::transposed, "ConvTranspose");
        ShapeRules.put(SlidingRules::pooled, "MaxPool", "AveragePool", "LpPool");
        ShapeRules.put(SlidingRules::global, "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
    }

    private static Dims convolved(InferenceContext site, int weights) {
        Dims input = site.dims(0);
        Dims kernel = site.dims(weights);
        matched(input, kernel);
        long groups = site.attributes().integer("group", 1);
        int filters = kernel.at(0);
        if (groups < 1 || filters % groups != 0 || input.at(1) != kernel.at(1) * groups) {
            throw new Refusal("its input " + input + " does not fit weights of " + kernel + " in " + groups
                    + " groups, which take " + kernel.at(1) * groups + " channels");
        }
        return SlidingWindow.of(site.op(), input, SlidingWindow.spatial(kernel)).over(input, filters);
    }

    private static void transposed(InferenceContext site) {
        Dims input = site.dims(0);
        Dims kernel = site.dims(1);
        matched(input, kernel);
        long groups = site.attributes().integer("group", 1);
        if (groups < 1 || input.at(1) != kernel.at(0) || input.at(1) % groups != 0) {
            throw new Refusal(
                    "its input " + input + " does not fit weights of " + kernel + " in " + groups + " groups");
        }
        int filters = Math.toIntExact(kernel.at(1) * groups);
        site.out(
                0,
                site.type(0),
                TransposedWindow.of(site.op(), input, SlidingWindow.spatial(kernel))
                        .over(input, filters));
    }

    private static void matched(Dims input, Dims kernel) {
        if (input.rank() < 3 || kernel.rank() != input.rank()) {
            throw new Refusal("its input " + input + " and weights " + kernel + " do not agree");
        }
    }

    private static void pooled(InferenceContext site) {
        Dims input = site.dims(0);
        Dims out = SlidingWindow.of(site.op(), input).over(input, input.at(1));
        site.out(0, site.type(0), out);
        site.out(1, ElementType.INT64, out);
    }

    private static void global(InferenceContext site) {
        Dims out = site.dims(0);
        if (out.rank() < 3) {
            throw new Refusal("pools over an input of " + out + ", which has no spatial dimensions");
        }
        for (int axis = 2; axis < out.rank(); axis++) {
            out = out.with(axis, 1);
        }
        site.out(0, site.type(0), out);
    }
}
