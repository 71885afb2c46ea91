package mho.workloads.onnx.shape;

import java.util.stream.IntStream;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;

/** Tensors read at computed places. */
public final class PickRules {
    private PickRules() {}

    static void register() {
        ShapeRules.put(site -> gather(site, site.dims(0), site.type(0), "axis"), "Gather");
        ShapeRules.put(PickRules::gatherBlocks, "com.microsoft.GatherBlockQuantized");
        ShapeRules.put(site -> site.out(0, site.type(0), site.dims(1)), "GatherElements");
        ShapeRules.put(PickRules::gatherNd, "GatherND");
        ShapeRules.put(PickRules::oneHot, "OneHot");
        ShapeRules.put(PickRules::topK, "TopK");
        ShapeRules.put(PickRules::compress, "Compress");
    }

    private static void gatherBlocks(InferenceContext site) {
        gather(site, BlockTable.of(site).dims(), site.type(2), "gather_axis");
    }

    private static void gather(InferenceContext site, Dims in, ElementType type, String along) {
        Dims indices = site.dims(1);
        int axis = in.axis(site.attributes().integer(along, 0));
        boolean plain = in.equals(site.dims(0)) && type == site.type(0);
        long[] out = new long[in.rank() + indices.rank() - 1];
        for (int i = 0; i < axis; i++) {
            out[i] = in.at(i);
        }
        for (int i = 0; i < indices.rank(); i++) {
            out[axis + i] = indices.at(i);
        }
        for (int i = axis + 1; i < in.rank(); i++) {
            out[indices.rank() + i - 1] = in.at(i);
        }
        site.out(
                0,
                type,
                Dims.ofLongs(out),
                inputs ->
                        // A gather by many indices reads a table of weights; nobody needs its values for a shape.
                        indices.count() > FoldingBudget.SMALL || !plain
                                ? null
                                : ConstantViews.picked(inputs.get(0), in, axis, counted(inputs.get(1), in.at(axis))));
    }

    /** Indices from the front, checked. */
    public static int[] counted(ConstantValues indices, int size) {
        return IntStream.range(0, indices.count())
                .map(i -> {
                    long index = indices.integer(i);
                    if (index < -size || index >= size) {
                        throw new Refusal("reads index " + index + " of " + size);
                    }
                    return (int) (index < 0 ? index + size : index);
                })
                .toArray();
    }

    private static void gatherNd(InferenceContext site) {
        Dims in = site.dims(0);
        Dims indices = site.dims(1);
        int batch = (int) site.attributes().integer("batch_dims", 0);
        int depth = indices.rank() == 0 ? 0 : indices.at(indices.rank() - 1);
        if (indices.rank() == 0 || batch < 0 || batch >= indices.rank() || batch + depth > in.rank()) {
            throw new Refusal("its indices " + indices + " do not fit an input of " + in);
        }
        long[] out = new long[indices.rank() - 1 + in.rank() - batch - depth];
        for (int i = 0; i < indices.rank() - 1; i++) {
            out[i] = indices.at(i);
        }
        for (int i = batch + depth; i < in.rank(); i++) {
            out[indices.rank() - 1 + i - batch - depth] = in.at(i);
        }
        site.out(0, site.type(0), Dims.ofLongs(out));
    }

    private static void oneHot(InferenceContext site) {
        Dims in = site.dims(0);
        long depth = site.scalar(1, "depth").integer(0);
        int axis = Dims.axis(site.attributes().integer("axis", -1), in.rank() + 1);
        long[] out = new long[in.rank() + 1];
        for (int i = 0, from = 0; i < out.length; i++) {
            out[i] = i == axis ? depth : in.at(from++);
        }
        site.out(0, site.type(2), Dims.ofLongs(out));
    }

    private static void topK(InferenceContext site) {
        Dims in = site.dims(0);
        int axis = in.axis(site.attributes().integer("axis", -1));
        long k =
                site.has(1) ? site.scalar(1, "k").integer(0) : site.attributes().integer("k", 0);
        if (k < 0 || k > in.at(axis)) {
            throw new Refusal("takes the " + k + " largest of " + in.at(axis));
        }
        site.out(0, site.type(0), in.with(axis, k));
        site.out(1, ElementType.INT64, in.with(axis, k));
    }

    private static void compress(InferenceContext site) {
        Dims in = site.dims(0);
        ConstantValues condition = site.constant(1, "condition");
        int kept = (int) IntStream.range(0, condition.count())
                .filter(i -> condition.integer(i) != 0)
                .count();
        boolean flat = !site.attributes().has("axis");
        site.out(
                0,
                site.type(0),
                flat ? Dims.of(kept) : in.with(in.axis(site.attributes().integer("axis", 0)), kept));
    }
}
