package mho.workloads.network;

import java.util.List;

/**
 * Convolution, grouped and depthwise included (groups = channels). The matrix of a group has kernel taps x channels / groups
 * rows and out / groups columns. MACs count every tap at every output position, padding included, as the literature does.
 */
public record Conv(Kernel kernel, int out, int groups, boolean bias) implements Layer {
    @Override
    public String kind() {
        return "conv";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.positive("out", out);
        LayerChecks.groups(inputs.get(0).channels(), "input channels", groups);
        LayerChecks.groups(out, "output channels", groups);
        return kernel.outputOf(out, inputs.get(0), false);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return kernel.over(inputs.get(0), output);
    }

    @Override
    public Matrix matrix(List<Shape> inputs, Shape output) {
        int channels = inputs.get(0).channels() / groups;
        return new Matrix(groups, Math.multiplyExact(kernel.taps(), channels), out / groups, 1, bias);
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
        return new Conv(kernel, out, groups, true);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
