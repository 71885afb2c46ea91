package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/** What a Pad adds before and behind every axis; negative numbers cut. */
@SuppressWarnings("ArrayRecordComponent") // short lived, never compared
public record PaddedAxes(int[] before, int[] after, String mode) {

    public static PaddedAxes of(InferenceContext site) {
        Dims in = site.dims(0);
        int rank = in.rank();
        long[] pads = site.listed(site.opset() < 2 ? "paddings" : "pads", 1);
        long[] axes = site.has(3) ? site.integers(3, "axes") : null;
        int covered = axes == null ? rank : axes.length;
        if (pads == null || pads.length != 2 * covered) {
            throw new Refusal("its pads do not fit an input of " + in);
        }
        int[] before = new int[rank];
        int[] after = new int[rank];
        for (int i = 0; i < covered; i++) {
            int axis = axes == null ? i : Dims.axis(axes[i], rank);
            before[axis] = Math.toIntExact(pads[i]);
            after[axis] = Math.toIntExact(pads[covered + i]);
        }
        return new PaddedAxes(before, after, site.attributes().text("mode", "constant"));
    }

    Dims over(Dims in) {
        long[] out = new long[in.rank()];
        for (int axis = 0; axis < out.length; axis++) {
            out[axis] = (long) in.at(axis) + before[axis] + after[axis];
        }
        return Dims.ofLongs(out);
    }
}
