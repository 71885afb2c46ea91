package mho.workloads.onnx.shape;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** What a Slice leaves of every axis: {@code count} indices from {@code start} on, {@code step} apart. */
@SuppressWarnings("ArrayRecordComponent") // short lived, never compared
public record SlicedAxes(int[] start, int[] count, int[] step) {

    public static SlicedAxes of(InferenceContext site) {
        Dims in = site.dims(0);
        int rank = in.rank();
        long[] starts = needed(site.listed("starts", 1));
        long[] ends = needed(site.listed("ends", 2));
        long[] axes = site.listed("axes", 3);
        long[] steps = site.listed("steps", 4);
        if (axes == null) {
            axes = IntStream.range(0, starts.length).asLongStream().toArray();
        }
        if (steps == null) {
            steps = new long[starts.length];
            Arrays.fill(steps, 1);
        }
        if (ends.length != starts.length || axes.length != starts.length || steps.length != starts.length) {
            throw new Refusal("its starts, ends, axes and steps differ in length");
        }
        SlicedAxes cut = whole(in);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < starts.length; i++) {
            int axis = Dims.axis(axes[i], rank);
            if (!seen.add(axis)) {
                throw new Refusal("names axis " + axis + " twice");
            }
            cut.limit(axis, in.at(axis), starts[i], ends[i], steps[i]);
        }
        return cut;
    }

    private static long[] needed(long @Nullable [] list) {
        if (list == null) {
            throw new Refusal("lacks starts or ends");
        }
        return list;
    }

    public static SlicedAxes whole(Dims in) {
        int[] step = new int[in.rank()];
        Arrays.fill(step, 1);
        return new SlicedAxes(new int[in.rank()], in.toArray(), step);
    }

    /** Numpy's rule for one axis: negative indices count from the end, everything is clamped. */
    private void limit(int axis, int size, long from, long to, long by) {
        if (by == 0) {
            throw new Refusal("has a step of 0");
        }
        long by32 = Math.max(Math.min(by, Integer.MAX_VALUE), -Integer.MAX_VALUE);
        long first = from < 0 ? from + size : from;
        long last = to < 0 && to >= -size ? to + size : to;
        if (by > 0) {
            first = Math.max(0, Math.min(first, size));
            last = Math.max(0, Math.min(last, size));
            count[axis] = steps(last - first, by32);
        } else {
            first = Math.max(-1, Math.min(first, size - 1L));
            last = Math.max(-1, Math.min(last, size - 1L));
            count[axis] = steps(first - last, -by32);
        }
        start[axis] = (int) first;
        step[axis] = (int) by32;
    }

    /** ceil(distance / by), 0 where the range is empty. */
    private static int steps(long distance, long by) {
        return distance <= 0 ? 0 : (int) ((distance + by - 1) / by);
    }

    Dims dims() {
        return Dims.of(count);
    }
}
