package mho.arch.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.values.Batch;

/** Networks with weights, and inputs for them. */
final class Trained {
    private Trained() {}

    /** The same network with Gaussian weights that keep the size of its values. */
    static Network randomly(Network network, Random random) {
        return with(network, node -> weights(node, random));
    }

    /**
     * The same network with single weights that are zero, and some rows and columns of nothing else, in all groups and instances; biases of those
     * columns are zero as well, or none is.
     */
    static Network pruned(Network network, Random random) {
        return with(network, node -> pruned(node, random));
    }

    private static Network with(Network network, Function<Node, TrainedWeights> weights) {
        List<Node> nodes = network.nodes().stream()
                .map(node -> node.matrix() == null
                        ? node
                        : new Node(
                                node.id(),
                                node.name(),
                                node.layer(),
                                node.edges(),
                                node.output(),
                                node.function(),
                                node.copies(),
                                weights.apply(node)))
                .toList();
        return new Network(network.name(), network.about(), network.source(), nodes);
    }

    /** Kernels stand output by output, and the inputs of all outputs in one order, so that every so manyth weight is one row's. */
    private static TrainedWeights pruned(Node node, Random random) {
        Matrix matrix = Objects.requireNonNull(node.matrix());
        int outputs = matrix.groups() * matrix.columns() * matrix.instances();
        boolean[] column = drawn(matrix.columns(), random);
        boolean biasesToo = random.nextBoolean();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Objects.requireNonNull(node.weightsHeld()).tensors().forEach((role, tensor) -> {
            float[] values = tensor.values().get().clone();
            int rows = role.equals("bias") ? 1 : values.length / outputs;
            boolean[] row = role.equals("bias") ? new boolean[1] : drawn(rows, random);
            for (int i = 0; i < values.length; i++) {
                boolean zero = role.equals("bias")
                        ? biasesToo && column[i % matrix.columns()]
                        : row[i % rows] || column[i / rows % matrix.columns()] || random.nextInt(4) == 0;
                values[i] = zero ? 0 : values[i];
            }
            tensors.put(role, tensor(values));
        });
        return new TrainedWeights(tensors);
    }

    private static boolean[] drawn(int size, Random random) {
        int oneOf = 1 + random.nextInt(4);
        boolean[] drawn = new boolean[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = oneOf > 1 && random.nextInt(oneOf) == 0;
        }
        return drawn;
    }

    private static TrainedWeights weights(Node node, Random random) {
        Matrix matrix = Objects.requireNonNull(node.matrix());
        int columns = matrix.groups() * matrix.columns() * matrix.instances();
        double scale = 1 / Math.sqrt(matrix.rows());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        if (node.layer() instanceof Recurrent recurrent) {
            int values = matrix.rows() - recurrent.hidden();
            tensors.put("kernel", tensor(columns * values, scale, random));
            tensors.put("recurrent", tensor(columns * recurrent.hidden(), scale, random));
            tensors.put("bias", tensor(2 * columns, 0.1, random));
        } else {
            tensors.put("kernel", tensor(columns * matrix.rows(), scale, random));
            tensors.put("bias", tensor(columns, 0.1, random));
        }
        if (!matrix.bias()) {
            tensors.remove("bias");
        }
        return new TrainedWeights(tensors);
    }

    static Tensor tensor(int size, double scale, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return tensor(values);
    }

    static Tensor tensor(float... values) {
        return new Tensor(List.of(values.length), values::clone);
    }

    /** One dense layer without bias; weights row by row. */
    static Network dense(float[][] weights, Activation activation) {
        float[] kernel = new float[weights.length * weights[0].length];
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                kernel[c * weights.length + r] = weights[r][c];
            }
        }
        var builder = Network.builder("dense", "", "");
        int input = builder.input("input", Shape.vector(weights.length));
        TrainedWeights held = new TrainedWeights(Map.of("kernel", tensor(kernel)));
        builder.add("dense", new Dense(weights[0].length, false, false), List.of(input), activation, 0, held);
        return builder.build();
    }

    /** Values between two bounds, evenly. */
    static Batch evenly(int count, Shape shape, double low, double high, Random random) {
        float[] values = new float[count * (int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return new Batch(count, shape, values);
    }
}
