package mho.workloads.network;

import java.util.List;

/** y = scale x + shift per channel. Folding puts it into the weights in front; what is left costs a MAC per value. */
public record BatchNorm() implements Layer {
    @Override
    public String kind() {
        return "batch-norm";
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

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return DigitalWork.of(ScalarOperation.MULTIPLY_ACCUMULATE, output.channels());
    }

    @Override
    public boolean takesActivation() {
        return true;
    }
}
