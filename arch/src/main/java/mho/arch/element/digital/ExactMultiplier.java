package mho.arch.element.digital;

import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.workloads.network.Node;

/** Products of integers; nothing is drawn, nothing is converted. */
final class ExactMultiplier implements Multiplier {
    private final Map<Integer, ExactLayer> layers;
    private float[] codes = {};
    private double[] sums = {};

    ExactMultiplier(Map<Integer, ExactLayer> layers) {
        this.layers = layers;
    }

    @Override
    public void multiply(
            Node node,
            int group,
            int instance,
            float[] in,
            int vectors,
            float[] out,
            Tally tally,
            RandomGenerator random) {
        ExactLayer layer = Objects.requireNonNull(layers.get(node.id()));
        codes = codes.length < layer.rows() ? new float[layer.rows()] : codes;
        sums = sums.length < layer.columns() ? new double[layer.columns()] : sums;
        int groups = layer.togetherFrom(group);
        for (int v = 0; v < vectors; v++) {
            for (int g = 0; g < groups; g++) {
                int at = v * groups + g;
                layer.multiply(
                        group + g, instance, in, at * layer.rows(), codes, sums, out, at * layer.columns(), tally);
            }
        }
    }
}
