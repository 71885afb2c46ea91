package mho.workloads.network;

import java.util.List;

/** An activation that stands alone; folding puts it into its producer where it can. */
public record ActivationLayer(Function with) implements Layer {
    public ActivationLayer(Activation function) {
        this(Function.of(function));
    }

    public Activation function() {
        return with.kind();
    }

    @Override
    public String kind() {
        return function().label();
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        return inputs.get(0);
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return function() == Activation.NONE
                ? DigitalWork.NONE
                : DigitalWork.of(ScalarOperation.of(function()), output.channels());
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
