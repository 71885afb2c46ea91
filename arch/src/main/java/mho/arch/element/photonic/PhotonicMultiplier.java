package mho.arch.element.photonic;

import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.workloads.network.Node;

/** One thread's products in light. */
final class PhotonicMultiplier implements Multiplier {
    private final Map<Integer, PhotonicLayer> layers;
    private float[] codes = {};
    private double[] sums = {};

    PhotonicMultiplier(Map<Integer, PhotonicLayer> layers) {
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
        PhotonicLayer layer = Objects.requireNonNull(layers.get(node.id()));
        codes = codes.length < layer.rows() ? new float[layer.rows()] : codes;
        sums = sums.length < layer.columns() ? new double[layer.columns()] : sums;
        int groups = layer.togetherFrom(group);
        for (int v = 0; v < vectors; v++) {
            for (int g = 0; g < groups; g++) {
                int at = v * groups + g;
                System.arraycopy(in, at * layer.rows(), codes, 0, layer.rows());
                layer.multiply(group + g, instance, codes, sums, out, at * layer.columns(), tally, random);
            }
        }
    }
}
