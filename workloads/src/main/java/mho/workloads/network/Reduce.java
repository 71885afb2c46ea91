package mho.workloads.network;

import java.util.List;

/** Reduces the channels of each position to one value. */
public record Reduce(Reduction reduction) implements Layer {
    @Override
    public String kind() {
        return reduction.label() + "-reduce";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        return new Shape(1, inputs.get(0).height(), inputs.get(0).width());
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return reduction.of(inputs.get(0).channels(), 1);
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return reduction == Reduction.AVERAGE || reduction == Reduction.SUM || reduction == Reduction.MAX;
    }
}
