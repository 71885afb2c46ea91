package mho.workloads.network;

import mho.core.yaml.BadInput;

/** The geometry of a sliding window: extent, stride, padding at each side, dilation. */
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
        int dilationW) {

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
        return Math.multiplyExact(height, width);
    }

    /** Extent once dilated. */
    int spanH() {
        return Math.addExact(Math.multiplyExact(height - 1, dilationH), 1);
    }

    int spanW() {
        return Math.addExact(Math.multiplyExact(width - 1, dilationW), 1);
    }

    Shape outputOf(int channels, Shape input, boolean ceilMode) {
        check();
        int h = extent(input.height(), padTop, padBottom, spanH(), strideH, ceilMode);
        int w = extent(input.width(), padLeft, padRight, spanW(), strideW, ceilMode);
        if (h < 1 || w < 1) {
            throw new BadInput(("the kernel (%d x %d) is larger than its padded input (%d x %d), so nothing comes out;"
                            + " use a smaller kernel or more padding")
                    .formatted(
                            spanH(), spanW(), input.height() + padTop + padBottom, input.width() + padLeft + padRight));
        }
        return new Shape(channels, h, w);
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

    Field over(Shape input, Shape output) {
        return Field.of(
                new Axis(height, strideH, padTop, dilationH, 1, input.height(), output.height()),
                new Axis(width, strideW, padLeft, dilationW, 1, input.width(), output.width()));
    }

    void check() {
        if (height < 1 || width < 1 || strideH < 1 || strideW < 1 || dilationH < 1 || dilationW < 1) {
            throw new BadInput(
                    "kernel, stride and dilation must be 1 or more, got kernel %d x %d, stride %d x %d, dilation %d x %d"
                            .formatted(height, width, strideH, strideW, dilationH, dilationW));
        }
        Expect.notNegative("padding", padTop, padLeft, padBottom, padRight);
    }
}
