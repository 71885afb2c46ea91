package mho.workloads.network;

import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;

/**
 * Maps put side by side.
 *
 * @param blocks into how many blocks the channels of each map divide, the first blocks of all of them coming first; 1
 *     unless channels are joined along an inner one of several axes
 */
public record Concat(Along along, int blocks) implements Layer {
    public Concat(Along along) {
        this(along, 1);
    }

    /** An extent of a map. */
    public enum Along {
        CHANNELS,
        HEIGHT,
        WIDTH;

        int of(Shape shape) {
            return switch (this) {
                case CHANNELS -> shape.channels();
                case HEIGHT -> shape.height();
                case WIDTH -> shape.width();
            };
        }
    }

    @Override
    public String kind() {
        return "concat";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.someInputs(inputs);
        Shape first = inputs.get(0);
        int sum = 0;
        for (Shape in : inputs) {
            if (!withExtent(in, 1).equals(withExtent(first, 1))) {
                throw new BadInput("its inputs do not agree beside their %s: %s and %s"
                        .formatted(along.name().toLowerCase(Locale.ROOT), first, in));
            }
            sum = Math.addExact(sum, along.of(in));
        }
        return withExtent(first, sum);
    }

    private Shape withExtent(Shape shape, int extent) {
        return switch (along) {
            case CHANNELS -> new Shape(extent, shape.height(), shape.width());
            case HEIGHT -> new Shape(shape.channels(), extent, shape.width());
            case WIDTH -> new Shape(shape.channels(), shape.height(), extent);
        };
    }

    /** Along an axis of positions, a window needs the one input it falls on, past those before it. */
    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        int before = inputs.subList(0, input).stream().mapToInt(along::of).sum();
        Shape in = inputs.get(input);
        return ReceptiveField.of(
                new Axis(1, 1, along == Along.HEIGHT ? before : 0, 1, 1, in.height(), output.height()),
                new Axis(1, 1, along == Along.WIDTH ? before : 0, 1, 1, in.width(), output.width()));
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
