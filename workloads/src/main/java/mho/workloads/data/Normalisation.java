package mho.workloads.data;

import java.util.Arrays;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;

/**
 * What is done to the numbers of a file before the network sees them: x' = (x · scale - mean_c) / deviation_c, in double
 * precision, then rounded to float. Mean and deviation are one number for all channels or one for each.
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Normalisation(double scale, double[] mean, double[] deviation) {
    /** As they stand in the file. */
    public static final Normalisation NONE = of(1, 0, 1);

    /** Pixels 0…255 to 0…1, as torchvision's ToTensor has it. */
    public static final Normalisation PIXELS = of(1 / 255.0, 0, 1);

    public Normalisation {
        if (!Double.isFinite(scale) || scale == 0) {
            throw new BadInput("normalisation: the scale is " + scale + ", it must be finite and not 0");
        }
        for (double m : mean) {
            if (!Double.isFinite(m)) {
                throw new BadInput("normalisation: a mean is " + m + ", it must be finite");
            }
        }
        for (double d : deviation) {
            if (!Double.isFinite(d) || d <= 0) {
                throw new BadInput("normalisation: a deviation is " + d + ", it must be finite and above 0");
            }
        }
        if (mean.length == 0 || deviation.length == 0) {
            throw new BadInput("normalisation: mean and deviation need a number each, give 0 and 1 to leave them out");
        }
        mean = mean.clone();
        deviation = deviation.clone();
    }

    public static Normalisation of(double scale, double mean, double deviation) {
        return new Normalisation(scale, new double[] {mean}, new double[] {deviation});
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] deviation() {
        return deviation.clone();
    }

    double apply(double x, int channel) {
        return (x * scale - of(mean, channel)) / of(deviation, channel);
    }

    private static double of(double[] perChannel, int channel) {
        return perChannel.length == 1 ? perChannel[0] : perChannel[channel];
    }

    /** Throws unless there is a mean and a deviation for all channels or for each. */
    void check(Shape shape) {
        for (double[] perChannel : List.of(mean, deviation)) {
            if (perChannel.length != 1 && perChannel.length != shape.channels()) {
                throw new BadInput(
                        "normalisation: %d means and %d deviations for inputs of %s, give one of each or one for each of %d channels"
                                .formatted(mean.length, deviation.length, shape, shape.channels()));
            }
        }
    }

    /** As a report prints it. */
    @Override
    public String toString() {
        String scaled = scale == 1 ? "x" : scale == 1 / 255.0 ? "x / 255" : "x · " + scale;
        String centred = all(mean, 0) ? scaled : "(" + scaled + " - " + shown(mean) + ")";
        return all(deviation, 1) ? centred : centred + " / " + shown(deviation);
    }

    private static boolean all(double[] values, double value) {
        return Arrays.stream(values).allMatch(v -> v == value);
    }

    private static String shown(double[] perChannel) {
        return perChannel.length == 1 ? String.valueOf(perChannel[0]) : Arrays.toString(perChannel);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Normalisation that
                && scale == that.scale
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(scale) + Arrays.hashCode(mean)) + Arrays.hashCode(deviation);
    }
}
