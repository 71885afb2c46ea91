package mho.workloads.network;

import java.util.List;

/**
 * Softmax over the channels of each position, separately in each of {@code groups} (attention heads).
 *
 * @param inner how far apart the channels of one group stand; 1: next to one another
 * @param logarithm whether logarithms of the shares come out, x - largest - log(sum of exp)
 */
public record Softmax(int groups, int inner, boolean logarithm) implements Layer {
    /** A share whose logarithm lies below this is less than the smallest float. */
    public static final double LEAST_LOGARITHM = Math.log(Float.MIN_VALUE);

    public Softmax(int groups) {
        this(groups, 1);
    }

    public Softmax(int groups, int inner) {
        this(groups, inner, false);
    }

    @Override
    public String kind() {
        return logarithm ? "log-softmax" : "softmax";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.groups(inputs.get(0).channels(), "channels", groups);
        return inputs.get(0);
    }

    /**
     * Of n values: the largest, its subtraction, n exp, their sum, its reciprocal, n products; or the logarithm of the sum and n
     * subtractions of it.
     */
    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        long n = output.channels() / groups;
        long adds = (2 * n - 1 + (logarithm ? n : 0)) * groups;
        return DigitalWork.of(ScalarOperation.ADD, adds)
                .and(ScalarOperation.MULTIPLY, logarithm ? 0 : n * groups)
                .and(ScalarOperation.COMPARE, (n - 1) * groups)
                .and(ScalarOperation.EXP, n * groups)
                .and(logarithm ? ScalarOperation.LOG : ScalarOperation.DIVIDE, groups);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
