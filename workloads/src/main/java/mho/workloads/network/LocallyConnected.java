package mho.workloads.network;

import java.util.List;

/** A convolution whose every output position has weights of its own. */
public record LocallyConnected(Kernel kernel, int out, boolean bias) implements Layer {
    @Override
    public String kind() {
        return "local";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.positive("out", out);
        return kernel.outputOf(out, inputs.get(0), false);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return kernel.over(inputs.get(0), output);
    }

    @Override
    public Matrix matrix(List<Shape> inputs, Shape output) {
        int rows = Math.multiplyExact(kernel.taps(), inputs.get(0).channels());
        return new Matrix(1, rows, out, output.positions(), bias);
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
