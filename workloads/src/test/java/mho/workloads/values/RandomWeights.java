package mho.workloads.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.workloads.network.Activation;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Embedding;
import mho.workloads.network.Function;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;

/** Weights for networks that have none, so that they can be tried: Gaussian of variance 2 / rows (He et al. 2015). */
final class RandomWeights {
    private RandomWeights() {}

    static Network of(Network network, long seed) {
        List<Node> nodes = network.nodes().stream()
                .map(node -> new Node(
                        node.id(),
                        node.name(),
                        node.layer(),
                        node.edges(),
                        node.output(),
                        node.function().kind() == Activation.PRELU
                                ? new Function(Activation.PRELU, 0, 0, tensor(1, () -> new float[] {0.25f}))
                                : node.function(),
                        node.copies(),
                        weights(node, seed + node.id())))
                .toList();
        return new Network(network.name(), network.about(), network.source(), nodes, network.results());
    }

    private static TrainedWeights weights(Node node, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Matrix matrix = node.matrix();
        int channels = node.output().channels();
        if (matrix != null) {
            double deviation = Math.sqrt(2.0 / matrix.rows());
            int weights = Math.toIntExact(matrix.weights());
            int columns = matrix.columns();
            boolean recurrent = node.layer() instanceof Recurrent;
            int state = recurrent ? columns * channels : 0;
            tensors.put("kernel", gaussian(weights - state, 0, deviation, seed));
            if (recurrent) {
                tensors.put("recurrent", gaussian(state, 0, deviation, seed + 1));
            }
            if (matrix.bias()) {
                int biases = Math.toIntExact(matrix.biases()) * (recurrent ? 2 : 1);
                tensors.put("bias", gaussian(biases, 0, 0.01, seed + 2));
            }
        } else if (node.layer() instanceof BatchNorm || node.layer() instanceof LayerNorm) {
            tensors.put("scale", gaussian(channels, 1, 0.1, seed));
            tensors.put("shift", gaussian(channels, 0, 0.1, seed + 1));
        } else if (node.layer() instanceof Embedding table) {
            tensors.put("table", gaussian(table.vocabulary() * table.width(), 0, 1, seed));
        }
        return new TrainedWeights(tensors);
    }

    private static Tensor gaussian(int count, double mean, double deviation, long seed) {
        return tensor(count, () -> {
            Random random = new Random(seed);
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) (mean + deviation * random.nextGaussian());
            }
            return values;
        });
    }

    private static Tensor tensor(int count, java.util.function.Supplier<float[]> values) {
        return new Tensor(List.of(count), values);
    }
}
