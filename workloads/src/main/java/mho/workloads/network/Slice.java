package mho.workloads.network;

import java.util.List;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * A part of a map: some channels, and every step-th row and column from (top, left) on. A negative step runs backwards:
 * {@link #reversed} turns a sequence around.
 *
 * @param scattered which channels, if they do not follow one another from {@code firstChannel} on
 */
public record Slice(
        int firstChannel,
        int channels,
        int top,
        int left,
        int height,
        int width,
        int stepH,
        int stepW,
        @Nullable Strides scattered)
        implements Layer {

    public Slice(int firstChannel, int channels, int top, int left, int height, int width, int stepH, int stepW) {
        this(firstChannel, channels, top, left, height, width, stepH, stepW, null);
    }

    public static Slice ofChannels(Shape input, int first, int channels) {
        return new Slice(first, channels, 0, 0, input.height(), input.width(), 1, 1);
    }

    /** A sequence from its last step to its first. */
    public static Slice reversed(Shape input) {
        return new Slice(0, input.channels(), 0, input.width() - 1, input.height(), input.width(), 1, -1);
    }

    /** The last step of a sequence. */
    public static Slice last(Shape input) {
        return new Slice(0, input.channels(), 0, input.width() - 1, input.height(), 1, 1, 1);
    }

    @Override
    public String kind() {
        return "slice";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        Shape in = inputs.get(0);
        expectInside("channels", firstChannel, channels, 1, in.channels());
        expectInside("rows", top, height, stepH, in.height());
        expectInside("columns", left, width, stepW, in.width());
        return new Shape(channels, height, width);
    }

    private static void expectInside(String what, int first, int count, int step, int extent) {
        long last = first + (count - 1L) * step;
        if (count < 1 || step == 0 || first < 0 || first >= extent || last < 0 || last >= extent) {
            throw new BadInput("%d %s from %d in steps of %d do not lie in the %d there are"
                    .formatted(count, what, first, step, extent));
        }
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        Shape in = inputs.get(0);
        return ReceptiveField.of(
                new Axis(1, stepH, -top, 1, 1, in.height(), height),
                new Axis(1, stepW, -left, 1, 1, in.width(), width));
    }

    @Override
    public int channelsRead(int input, List<Shape> inputs, Shape output) {
        return channels;
    }

    @Override
    public boolean isView() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
