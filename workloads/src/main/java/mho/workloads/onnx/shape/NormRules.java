package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/** Normalisations that have more than one output. */
final class NormRules {
    private NormRules() {}

    static void register() {
        ShapeRules.put(NormRules::batch, "BatchNormalization");
        ShapeRules.put(NormRules::layer, "LayerNormalization");
    }

    private static void batch(InferenceContext site) {
        Dims in = site.dims(0);
        int channels = in.rank() < 2 ? 1 : in.at(1);
        for (int k = 1; k < 5; k++) {
            if (site.dims(k).count() != channels) {
                throw new Refusal("its input " + in + " and parameter " + k + " of " + site.dims(k) + " do not agree");
            }
        }
        site.out(0, site.type(0), in);
        for (int k = 1; k < 5; k++) {
            site.out(k, site.type(0), Dims.of(channels)); // running statistics, present in training only
        }
    }

    private static void layer(InferenceContext site) {
        Dims in = site.dims(0);
        int first = in.axis(site.attributes().integer("axis", -1));
        Dims statistics = in;
        for (int axis = first; axis < in.rank(); axis++) {
            statistics = statistics.with(axis, 1);
        }
        site.out(0, site.type(0), in);
        site.out(1, site.type(0), statistics);
        site.out(2, site.type(0), statistics);
    }
}
