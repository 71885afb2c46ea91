package mho.workloads.onnx.shape;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.Arrays;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;

/**
 * The sliding window of a convolution or pooling over the spatial axes of its input, padding worked out.
 *
 * @param before padding in front, per spatial axis
 * @param after padding behind
 */
@SuppressWarnings("ArrayRecordComponent") // short lived, never compared
public record SlidingWindow(int[] kernel, int[] stride, int[] dilation, int[] before, int[] after, boolean ceil) {

    /** Exporters write nothing near it; sums of such numbers stay inside an int. */
    private static final int LARGEST = 1 << 24;

    /**
     * The window of a convolution or pooling.
     *
     * @param input shape (N, C, spatial…)
     * @param kernel spatial extent of the weights, or empty to take it from {@code kernel_shape}
     */
    public static SlidingWindow of(Op op, Dims input, int... kernel) {
        Attributes attributes = op.attributes();
        int axes = input.rank() - 2;
        if (axes < 1) {
            throw new Refusal("slides over an input of " + input + ", which has no spatial dimensions");
        }
        int[] extent = kernel.length == 0 ? required(attributes, axes) : list(attributes, "kernel_shape", axes, kernel);
        if (kernel.length > 0 && !Arrays.equals(extent, kernel)) {
            throw new Refusal(
                    "has kernel_shape " + Arrays.toString(extent) + " but weights of " + Arrays.toString(kernel));
        }
        int[] ones = new int[axes];
        Arrays.fill(ones, 1);
        int[] stride = list(attributes, "strides", axes, ones);
        int[] dilation = list(attributes, "dilations", axes, ones);
        for (int i = 0; i < axes; i++) {
            if (extent[i] < 1 || stride[i] < 1 || dilation[i] < 1) {
                throw new Refusal("has a kernel, stride or dilation below 1");
            }
        }
        int[] pads = list(attributes, "pads", 2 * axes, new int[2 * axes]);
        SlidingWindow window = new SlidingWindow(
                extent,
                stride,
                dilation,
                Arrays.copyOf(pads, axes),
                Arrays.copyOfRange(pads, axes, 2 * axes),
                attributes.flag("ceil_mode", false));
        return window.padded(attributes.text("auto_pad", "NOTSET"), input);
    }

    /** The kernel of weights (out, in, kernel…). */
    public static int[] spatial(Dims weights) {
        int[] kernel = new int[weights.rank() - 2];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = weights.at(i + 2);
        }
        return kernel;
    }

    private static int[] required(Attributes attributes, int axes) {
        if (!attributes.has("kernel_shape")) {
            throw new Refusal("has no kernel_shape");
        }
        return list(attributes, "kernel_shape", axes, new int[axes]);
    }

    private static int[] list(Attributes attributes, String name, int length, int[] otherwise) {
        long[] given = attributes.integers(name);
        if (given == null || given.length == 0) {
            return otherwise;
        }
        if (given.length != length) {
            throw new Refusal("has " + given.length + " " + name + " where " + length + " are needed");
        }
        for (long each : given) {
            if (each < -LARGEST || each > LARGEST) {
                throw new Refusal("has " + name + " of " + each + ", beyond anything possible");
            }
        }
        return Arrays.stream(given).mapToInt(each -> (int) each).toArray();
    }

    private SlidingWindow padded(String auto, Dims input) {
        return switch (auto) {
            case "NOTSET", "" -> this;
            case "VALID" -> withPads(new int[kernel.length], new int[kernel.length]);
            case "SAME_UPPER", "SAME_LOWER" -> same(input, auto.equals("SAME_UPPER"));
            default -> throw new Refusal("has auto_pad " + quoted(auto) + ", which ONNX does not define");
        };
    }

    /** Output = ceil(input / stride); the odd pixel behind for SAME_UPPER, in front for SAME_LOWER. */
    private SlidingWindow same(Dims input, boolean upper) {
        int[] front = new int[kernel.length];
        int[] back = new int[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            int in = input.at(i + 2);
            long outs = (in + stride[i] - 1L) / stride[i];
            long total = Math.max(0, (outs - 1) * stride[i] + span(i) - in);
            long half = total / 2;
            front[i] = Math.toIntExact(upper ? half : total - half);
            back[i] = Math.toIntExact(total - front[i]);
        }
        return withPads(front, back);
    }

    SlidingWindow withPads(int[] front, int[] back) {
        return new SlidingWindow(kernel, stride, dilation, front, back, ceil);
    }

    /** Extent along spatial axis i once dilated. */
    long span(int i) {
        return (kernel[i] - 1L) * dilation[i] + 1;
    }

    /** Shape of what the window leaves, with {@code channels}. */
    Dims over(Dims input, int channels) {
        long[] out = new long[input.rank()];
        out[0] = input.at(0);
        out[1] = channels;
        for (int i = 0; i < kernel.length; i++) {
            int in = input.at(i + 2);
            long padded = (long) in + before[i] + after[i];
            if (padded < span(i)) {
                throw new Refusal("its kernel (" + span(i) + ") is larger than its padded input (" + padded
                        + "), so nothing comes out; feed a larger input or use a smaller kernel");
            }
            long room = padded - span(i);
            out[i + 2] = room / stride[i] + 1;
            // An extra, partly covered window counts only if it starts inside the input or the padding before it.
            if (ceil && room % stride[i] != 0 && out[i + 2] * stride[i] < (long) in + before[i]) {
                out[i + 2]++;
            }
        }
        return Dims.ofLongs(out);
    }
}
