package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;

/**
 * Fully connected.
 *
 * @param perPosition false: one window over all values of the input, flattened; true: one window per position over its
 *     channels, as behind a recurrent layer or in a transformer
 */
public record Dense(int out, boolean bias, boolean perPosition) implements Layer {
    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.positive("out", out);
        Shape in = inputs.get(0);
        if (!perPosition && in.size() > Integer.MAX_VALUE) {
            throw new BadInput("an input of %s is too large to flatten".formatted(in));
        }
        return perPosition ? new Shape(out, in.height(), in.width()) : Shape.vector(out);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return perPosition
                ? ReceptiveField.identity(output.height(), output.width())
                : ReceptiveField.whole(inputs.get(0), output);
    }

    @Override
    public Matrix matrix(List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return new Matrix(1, perPosition ? in.channels() : (int) in.size(), out, 1, bias);
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
        return new Dense(out, true, perPosition);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
