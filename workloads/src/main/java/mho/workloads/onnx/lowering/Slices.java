package mho.workloads.onnx.lowering;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.PartRules;
import mho.workloads.onnx.shape.SlicedAxes;

/** Parts of a tensor. */
final class Slices {
    private Slices() {}

    static void register() {
        LoweringRules.put(step -> step.put(0, TensorSlice.of(step, step.in(0), SlicedAxes.of(step.site()))), "Slice");
        LoweringRules.put(Slices::split, "Split");
    }

    private static void split(LoweringContext step) {
        Dims in = step.dims(0);
        int axis = in.axis(step.attributes().integer("axis", 0));
        int[] parts = PartRules.parts(step.site(), in.at(axis));
        for (int k = 0, from = 0; k < parts.length; from += parts[k++]) {
            if (step.wants(k)) {
                step.put(k, TensorSlice.of(step, step.in(0), along(in, axis, from, parts[k], 1)));
            }
        }
    }

    /** {@code count} indices of one axis. */
    static SlicedAxes along(Dims in, int axis, int from, int count, int by) {
        SlicedAxes cut = SlicedAxes.whole(in);
        cut.start()[axis] = from;
        cut.count()[axis] = count;
        cut.step()[axis] = by;
        return cut;
    }
}
