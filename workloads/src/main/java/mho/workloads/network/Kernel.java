package mho.workloads.network;

import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a sliding window: extent, stride, padding at each side, dilation.
 *
 * @param depth the same along the planes of a volume, whose rows stand plane by plane in one map; null for a map
 */
public record Kernel(
        int height,
        int width,
        int strideH,
        int strideW,
        int padTop,
        int padLeft,
        int padBottom,
        int padRight,
        int dilationH,
        int dilationW,
        @Nullable Depth depth) {

    /** Over a map. */
    public Kernel(
            int height,
            int width,
            int strideH,
            int strideW,
            int padTop,
            int padLeft,
            int padBottom,
            int padRight,
            int dilationH,
            int dilationW) {
        this(height, width, strideH, strideW, padTop, padLeft, padBottom, padRight, dilationH, dilationW, null);
    }

    /** Square, the same stride and padding everywhere, no dilation. */
    public static Kernel square(int size, int stride, int pad) {
        return new Kernel(size, size, stride, stride, pad, pad, pad, pad, 1, 1);
    }

    /** 1 x 1, stride 1. */
    public static Kernel point() {
        return square(1, 1, 0);
    }

    /** Covers the whole map once. */
    public static Kernel covering(Shape input) {
        return new Kernel(input.height(), input.width(), 1, 1, 0, 0, 0, 0, 1, 1);
    }

    /**
     * Padding such that the output is ceil(in / stride); an odd pixel goes below and right, or above and left when
     * {@code upper} is false (ONNX SAME_UPPER and SAME_LOWER).
     */
    public Kernel same(Shape input, boolean upper) {
        int tall = samePad(input.height(), height, strideH, dilationH);
        int wide = samePad(input.width(), width, strideW, dilationW);
        int top = upper ? tall / 2 : tall - tall / 2;
        int left = upper ? wide / 2 : wide - wide / 2;
        return new Kernel(height, width, strideH, strideW, top, left, tall - top, wide - left, dilationH, dilationW);
    }

    private static int samePad(int in, int kernel, int stride, int dilation) {
        long out = (in + stride - 1L) / stride;
        return Math.toIntExact(Math.max(0, (out - 1L) * stride + (kernel - 1L) * dilation + 1 - in));
    }

    public int taps() {
        return Math.multiplyExact(Math.multiplyExact(depth == null ? 1 : depth.kernel(), height), width);
    }

    /** Padding behind the planes, if there are several, and below the rows. */
    public int[] paddedBehind() {
        return depth == null ? new int[] {padBottom} : new int[] {depth.after(), padBottom};
    }

    /** Extent once dilated. */
    int spanH() {
        return span(height, dilationH);
    }

    int spanW() {
        return span(width, dilationW);
    }

    private static int span(int kernel, int dilation) {
        return Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
    }

    Shape outputOf(int channels, Shape input, boolean ceilMode) {
        check();
        if (depth != null && input.height() % depth.planes() != 0) {
            throw new BadInput("%d planes do not divide a map of %s".formatted(depth.planes(), input));
        }
        int planes = depth == null ? 1 : planes(depth, ceilMode);
        int tall = depth == null ? input.height() : input.height() / depth.planes();
        int h = extent(tall, padTop, padBottom, spanH(), strideH, ceilMode);
        int w = extent(input.width(), padLeft, padRight, spanW(), strideW, ceilMode);
        if (h < 1 || w < 1 || planes < 1) {
            throw new BadInput(("the kernel (%d x %d) is larger than its padded input (%d x %d), so nothing comes out;"
                            + " use a smaller kernel or more padding")
                    .formatted(spanH(), spanW(), tall + padTop + padBottom, input.width() + padLeft + padRight));
        }
        return new Shape(channels, Math.multiplyExact(planes, h), w);
    }

    private static int planes(Depth depth, boolean ceilMode) {
        int span = span(depth.kernel(), depth.dilation());
        return extent(depth.planes(), depth.before(), depth.after(), span, depth.stride(), ceilMode);
    }

    private static int extent(int in, int before, int after, int span, int stride, boolean ceilMode) {
        int room = Math.addExact(Math.addExact(in, before), after) - span;
        if (room < 0) {
            return 0;
        }
        int out = room / stride + 1;
        // An extra, partly covered window counts only if it starts inside the input or the padding before it.
        boolean partial = ceilMode && room % stride != 0 && (long) out * stride < (long) in + before;
        return partial ? out + 1 : out;
    }

    ReceptiveField over(Shape input, Shape output) {
        return ReceptiveField.of(
                depth == null ? rows(input.height(), output.height()) : planes(depth, input, output),
                new Axis(width, strideW, padLeft, dilationW, 1, input.width(), output.width()));
    }

    private Axis rows(int in, int out) {
        return new Axis(height, strideH, padTop, dilationH, 1, in, out);
    }

    /** Whether a last, partly covered window counts shows only in the output: its rows come in as many planes as divide it. */
    private Planes planes(Depth deep, Shape input, Shape output) {
        int in = input.height() / deep.planes();
        int floor = extent(in, padTop, padBottom, spanH(), strideH, false);
        boolean exact = output.height() == floor * planes(deep, false);
        int out = exact ? floor : extent(in, padTop, padBottom, spanH(), strideH, true);
        int planes = output.height() / out;
        return new Planes(
                new Axis(deep.kernel(), deep.stride(), deep.before(), deep.dilation(), 1, deep.planes(), planes),
                rows(in, out));
    }

    void check() {
        if (height < 1 || width < 1 || strideH < 1 || strideW < 1 || dilationH < 1 || dilationW < 1) {
            throw new BadInput(
                    "kernel, stride and dilation must be 1 or more, got kernel %d x %d, stride %d x %d, dilation %d x %d"
                            .formatted(height, width, strideH, strideW, dilationH, dilationW));
        }
        if (depth != null) {
            LayerChecks.positive("planes", depth.planes());
            LayerChecks.positive("kernel along the depth", depth.kernel());
            LayerChecks.positive("stride along the depth", depth.stride());
            LayerChecks.positive("dilation along the depth", depth.dilation());
            LayerChecks.notNegative("padding along the depth", depth.before(), 0, depth.after(), 0);
        }
        LayerChecks.notNegative("padding", padTop, padLeft, padBottom, padRight);
    }
}
