package mho.workloads.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.ReceptiveField;
import mho.workloads.values.LearnedTensors;

/** A layer that learns: its node, of the folded network, and a matrix for each group of each instance. */
final class LearnedLayer {
    private final Node node;
    private final Matrix shape;
    private final LearningMatrix[] matrices;

    private LearnedLayer(Node node, Matrix shape, LearningMatrix[] matrices) {
        this.node = node;
        this.shape = shape;
        this.matrices = matrices;
    }

    /** With its first weights. */
    static LearnedLayer of(Node node, TrainingSpec spec, LearningMatrices maker) {
        Matrix shape = Objects.requireNonNull(node.matrix());
        List<LearningMatrix> matrices = new ArrayList<>();
        for (int instance = 0; instance < shape.instances(); instance++) {
            for (int group = 0; group < shape.groups(); group++) {
                MatrixPlace place = place(node, shape, group, instance, spec.seed());
                LearningMatrix matrix = maker.matrix(place);
                if (matrix.rows() != place.rows() || matrix.columns() != place.columns()) {
                    throw new IllegalStateException("%s: a matrix of %d x %d was made where %d x %d was asked for"
                            .formatted(node.name(), matrix.rows(), matrix.columns(), place.rows(), place.columns()));
                }
                String use = "weights of " + node.name();
                matrix.set(spec.initialisation().weights(place, SeededStreams.of(spec.seed(), use, group, instance)));
                matrices.add(matrix);
            }
        }
        return new LearnedLayer(node, shape, matrices.toArray(LearningMatrix[]::new));
    }

    private static MatrixPlace place(Node node, Matrix shape, int group, int instance, long seed) {
        ReceptiveField field = node.layer().field(0, List.of(node.edges().get(0).shape()), node.output());
        int taps = field.rows().kernel() * field.columns().kernel();
        return new MatrixPlace(
                node,
                group,
                instance,
                shape.rows() + (shape.bias() ? 1 : 0),
                shape.columns(),
                shape.bias(),
                taps,
                SeededStreams.seed(seed, "matrix of " + node.name(), group, instance));
    }

    Node node() {
        return node;
    }

    String name() {
        return node.name();
    }

    /** Without the row of biases. */
    Matrix shape() {
        return shape;
    }

    /** Rows of a matrix, that of the biases included. */
    int rows() {
        return shape.rows() + (shape.bias() ? 1 : 0);
    }

    LearningMatrix matrix(int group, int instance) {
        return matrices[instance * shape.groups() + group];
    }

    /** Group by group within each instance. */
    LearningMatrix[] matrices() {
        return matrices;
    }

    /** The weights of each matrix, row by row. */
    float[][] weights() {
        float[][] weights = new float[matrices.length][rows() * shape.columns()];
        for (int m = 0; m < matrices.length; m++) {
            matrices[m].weights(weights[m]);
        }
        return weights;
    }

    /** The node with the weights as they are now. */
    Node learnt() {
        return LearnedTensors.in(node, weights());
    }
}
