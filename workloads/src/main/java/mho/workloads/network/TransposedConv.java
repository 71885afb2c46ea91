package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;

/**
 * Transposed convolution, held as the convolution it is over the zero-stuffed input: one window per output position, a
 * matrix of kernel taps x channels / groups rows by out / groups columns, of whose rows a window drives those that fall on
 * real input ({@link ReceptiveField#neededTaps}). MACs are counted without the zeros: every input position meets every tap once.
 */
public record TransposedConv(Kernel kernel, int outputPadH, int outputPadW, int out, int groups, boolean bias)
        implements Layer {
    @Override
    public String kind() {
        return "transposed-conv";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        kernel.check();
        LayerChecks.positive("out", out);
        LayerChecks.groups(inputs.get(0).channels(), "input channels", groups);
        LayerChecks.groups(out, "output channels", groups);
        LayerChecks.notNegative("output padding", 0, 0, outputPadH, outputPadW);
        Shape in = inputs.get(0);
        int h = extent(in.height(), kernel.strideH(), kernel.spanH(), outputPadH, kernel.padTop(), kernel.padBottom());
        int w = extent(in.width(), kernel.strideW(), kernel.spanW(), outputPadW, kernel.padLeft(), kernel.padRight());
        if (h < 1 || w < 1) {
            throw new BadInput("its padding cuts away the whole output; use less padding");
        }
        return new Shape(out, h, w);
    }

    private static int extent(int in, int stride, int span, int outputPad, int before, int after) {
        return Math.toIntExact((in - 1L) * stride + span + outputPad - before - after);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return ReceptiveField.of(
                axis(
                        kernel.height(),
                        kernel.strideH(),
                        kernel.spanH() - 1 - kernel.padTop(),
                        kernel.dilationH(),
                        in.height(),
                        output.height()),
                axis(
                        kernel.width(),
                        kernel.strideW(),
                        kernel.spanW() - 1 - kernel.padLeft(),
                        kernel.dilationW(),
                        in.width(),
                        output.width()));
    }

    private static Axis axis(int kernel, int up, int pad, int dilation, int in, int out) {
        return new Axis(kernel, 1, pad, dilation, up, in, out);
    }

    @Override
    public Matrix matrix(List<Shape> inputs, Shape output) {
        int channels = inputs.get(0).channels() / groups;
        return new Matrix(groups, Math.multiplyExact(kernel.taps(), channels), out / groups, 1, bias);
    }

    @Override
    public long macs(List<Shape> inputs, Shape output) {
        return Math.multiplyExact(
                matrix(inputs, output).macsPerWindow(), (long) inputs.get(0).positions());
    }

    @Override
    public boolean absorbsBatchNorm() {
        return true;
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public Layer withBias() {
        return new TransposedConv(kernel, outputPadH, outputPadW, out, groups, true);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
