package mho.workloads.network;

import java.util.List;

/** Where the data comes in; all positions are there at the start. */
public record Input(Shape shape) implements Layer {
    @Override
    public String kind() {
        return "input";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 0);
        return shape;
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
