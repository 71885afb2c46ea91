package mho.workloads.network;

import java.util.List;

/**
 * Pooling over positions, channel by channel. Work counts every tap of the kernel, padding included.
 *
 * @param countsPadding whether an average divides by all taps on the padded map, or only by those on the map
 */
public record Pool(Reduction reduction, Kernel kernel, boolean ceilMode, boolean countsPadding) implements Layer {
    public Pool(Reduction reduction, Kernel kernel, boolean ceilMode) {
        this(reduction, kernel, ceilMode, false);
    }

    /** One value per channel: the kernel covers the map. */
    public static Pool global(Reduction reduction, Shape input) {
        return new Pool(reduction, Kernel.covering(input), false);
    }

    @Override
    public String kind() {
        return reduction.label() + "-pool";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        return kernel.outputOf(inputs.get(0).channels(), inputs.get(0), ceilMode);
    }

    @Override
    public ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return kernel.over(inputs.get(0), output);
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return reduction.of(kernel.taps(), output.channels());
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
