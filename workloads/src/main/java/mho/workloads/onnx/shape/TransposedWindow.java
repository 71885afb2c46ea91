package mho.workloads.onnx.shape;

import java.util.Arrays;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;

/**
 * The window of a transposed convolution: padding cuts the output, {@code extra} rows stand at its end.
 */
@SuppressWarnings("ArrayRecordComponent") // short lived, never compared
public record TransposedWindow(SlidingWindow window, int[] extra) {

    /**
     * The window of a transposed convolution.
     *
     * @param kernel spatial extent of the weights
     */
    public static TransposedWindow of(Op op, Dims input, int... kernel) {
        SlidingWindow window = SlidingWindow.of(op, input, kernel);
        int axes = kernel.length;
        int[] extra = ints(op.attributes(), "output_padding", new int[axes]);
        int[] wanted = ints(op.attributes(), "output_shape", new int[0]);
        String auto = op.attributes().text("auto_pad", "NOTSET");
        if (wanted.length == axes + 2) {
            wanted = Arrays.copyOfRange(wanted, 2, axes + 2); // some exporters list N and C too
        }
        if (wanted.length == 0 && auto.startsWith("SAME")) {
            wanted = new int[axes];
            for (int i = 0; i < axes; i++) {
                wanted[i] = Math.multiplyExact(input.at(i + 2), window.stride()[i]);
            }
        }
        if (extra.length != axes || (wanted.length != 0 && wanted.length != axes)) {
            throw new Refusal("has output_padding or output_shape of another length than its " + axes + " axes");
        }
        return wanted.length == 0
                ? new TransposedWindow(window, extra)
                : fitted(window, extra, wanted, input, auto.equals("SAME_UPPER"));
    }

    /** Padding such that the output has the wanted extent; what padding cannot add stands at the end. */
    private static TransposedWindow fitted(SlidingWindow window, int[] extra, int[] wanted, Dims input, boolean upper) {
        int axes = wanted.length;
        int[] front = new int[axes];
        int[] back = new int[axes];
        int[] end = extra.clone();
        for (int i = 0; i < axes; i++) {
            long full = full(window, input, i) + extra[i];
            int cut = Math.toIntExact(Math.max(0, full - wanted[i]));
            end[i] += Math.toIntExact(Math.max(0, wanted[i] - full));
            front[i] = upper ? cut / 2 : cut - cut / 2;
            back[i] = cut - front[i];
        }
        return new TransposedWindow(window.withPads(front, back), end);
    }

    private static long full(SlidingWindow window, Dims input, int i) {
        return (input.at(i + 2) - 1L) * window.stride()[i] + window.span(i);
    }

    private static int[] ints(Attributes attributes, String name, int[] otherwise) {
        long[] given = attributes.integers(name);
        return given == null || given.length == 0
                ? otherwise
                : Arrays.stream(given).mapToInt(Math::toIntExact).toArray();
    }

    Dims over(Dims input, int channels) {
        long[] out = new long[input.rank()];
        out[0] = input.at(0);
        out[1] = channels;
        for (int i = 0; i < extra.length; i++) {
            out[i + 2] = full(window, input, i) + extra[i] - window.before()[i] - window.after()[i];
            if (out[i + 2] < 1) {
                throw new Refusal("its padding cuts away the whole output; use less padding");
            }
        }
        return Dims.ofLongs(out);
    }
}
