package mho.workloads.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;

/** Weights that were learnt in matrices, as the tensors of their node: {@link TrainedMatrix} the other way round. */
public final class LearnedTensors {
    private final Node node;
    private final Matrix shape;
    private final float[][] matrices;

    private LearnedTensors(Node node, Matrix shape, float[][] matrices) {
        this.node = node;
        this.shape = shape;
        this.matrices = matrices;
    }

    /**
     * The node with these weights in the place of its own; a recurrent layer keeps its first states.
     *
     * @param matrices one for each group of each instance, instance by instance; each row by row, the row of biases last if the
     *     node has any
     */
    public static Node in(Node node, float[][] matrices) {
        Matrix shape = node.matrix();
        if (shape == null) {
            throw new IllegalArgumentException(node.name() + " has no matrix");
        }
        Map<String, Tensor> tensors = new LearnedTensors(node, shape, matrices).tensors();
        TrainedWeights held = node.weightsHeld();
        if (held != null) {
            for (String state : List.of("initial", "initial-cell")) {
                Tensor first = held.tensors().get(state);
                if (first != null) {
                    tensors.put(state, first);
                }
            }
        }
        return new Node(
                node.id(),
                node.name(),
                node.layer(),
                node.edges(),
                node.output(),
                node.function(),
                node.copies(),
                new TrainedWeights(tensors));
    }

    private Map<String, Tensor> tensors() {
        int all = Math.toIntExact(shape.weights());
        int state = node.recurrent() ? shape.columns() * (shape.rows() - inputs()) : 0;
        float[] kernel = new float[all - state];
        float[] recurrent = new float[state];
        int biases = shape.groups() * shape.columns();
        float[] bias = new float[shape.bias() ? biases * shape.instances() * (node.recurrent() ? 2 : 1) : 0];
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                float[] weights = matrices[instance * shape.groups() + group];
                place(weights, group, instance, kernel, recurrent);
                if (shape.bias()) {
                    int to = instance * biases + group * shape.columns();
                    System.arraycopy(weights, shape.rows() * shape.columns(), bias, to, shape.columns());
                }
            }
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("kernel", tensor(kernel));
        if (node.recurrent()) {
            tensors.put("recurrent", tensor(recurrent));
        }
        if (shape.bias()) {
            tensors.put("bias", tensor(bias)); // of a recurrent layer, all beside the input, none beside the state
        }
        return tensors;
    }

    private int inputs() {
        return node.edges().get(0).shape().channels();
    }

    private void place(float[] weights, int group, int instance, float[] kernel, float[] recurrent) {
        for (int row = 0; row < shape.rows(); row++) {
            for (int column = 0; column < shape.columns(); column++) {
                int at = TrainedMatrix.place(node, shape, group, instance, column, row);
                float weight = weights[row * shape.columns() + column];
                if (at < kernel.length) {
                    kernel[at] = weight;
                } else {
                    recurrent[at - kernel.length] = weight;
                }
            }
        }
    }

    private static Tensor tensor(float[] values) {
        return new Tensor(List.of(values.length), values::clone);
    }
}
