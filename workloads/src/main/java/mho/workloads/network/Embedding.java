package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;

/** Table look-up: each token (one value per position) becomes {@code width} stored values. No multiplications. */
public record Embedding(int vocabulary, int width) implements Layer {
    @Override
    public String kind() {
        return "embedding";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.positive("vocabulary", vocabulary);
        LayerChecks.positive("width", width);
        Shape in = inputs.get(0);
        if (in.channels() != 1) {
            throw new BadInput("looks up one token per position, got %s".formatted(in));
        }
        return new Shape(width, in.height(), in.width());
    }

    @Override
    public long parameters(List<Shape> inputs, Shape output) {
        return (long) vocabulary * width;
    }

    @Override
    public long tableValues(Shape output) {
        return width;
    }
}
