package mho.workloads.network;

import java.util.List;

/**
 * Softmax over the channels of each position, separately in each of {@code groups} (attention heads).
 *
 * @param inner how far apart the channels of one group stand; 1: next to one another
 */
public record Softmax(int groups, int inner) implements Layer {
    public Softmax(int groups) {
        this(groups, 1);
    }

    @Override
    public String kind() {
        return "softmax";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Expect.inputs(inputs, 1);
        Expect.groups(inputs.get(0).channels(), "channels", groups);
        return inputs.get(0);
    }

    /** Of n values: the largest, its subtraction, n exp, their sum, its reciprocal, n products. */
    @Override
    public Work work(List<Shape> inputs, Shape output) {
        long n = output.channels() / groups;
        return new Work((2 * n - 1) * groups, n * groups, (n - 1) * groups, (n + 1) * groups);
    }
}
