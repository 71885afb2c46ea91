package mho.workloads.network;

import java.util.List;

/** Normalises the channels of each position, then scales and shifts each (Ba et al. 2016). */
public record LayerNorm(double epsilon) implements Layer {
    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public String kind() {
        return "layer-norm";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        return inputs.get(0);
    }

    @Override
    public long parameters(List<Shape> inputs, Shape output) {
        return 2L * output.channels();
    }

    /** Sum and mean, n differences, their squares summed, mean, 1 / sqrt, n products, n scaled and shifted. */
    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        long n = output.channels();
        return DigitalWork.of(ScalarOperation.ADD, 2 * n - 1)
                .and(ScalarOperation.MULTIPLY, n + 2)
                .and(ScalarOperation.MULTIPLY_ACCUMULATE, 2 * n)
                .and(ScalarOperation.SQUARE_ROOT, 1);
    }

    @Override
    public boolean takesActivation() {
        return true;
    }
}
