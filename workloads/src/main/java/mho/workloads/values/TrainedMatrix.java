package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Kernel;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainedWeights;
import mho.workloads.network.TransposedConv;
import org.jspecify.annotations.Nullable;

/**
 * The trained matrix of a node as it stands in arrays: rows x columns for each group and instance, the batch norm behind it
 * folded in. Rows are counted over the taps of the kernel, row-major, and within a tap over the channels of the group; those
 * of a recurrent layer over the input and then the state. Columns of a recurrent layer are gate by gate, in ONNX's order.
 */
public final class TrainedMatrix {
    private final Node node;
    private final Matrix shape;
    private final float[] kernel;
    private final float[] recurrent;
    private final int behind; // where recurrent weights begin
    private final float @Nullable [] kernelSteps;
    private final float @Nullable [] recurrentSteps;
    private final float @Nullable [] bias;
    private final float @Nullable [] scale;
    private final float @Nullable [] shift;
    private final float[][][][] made;

    private TrainedMatrix(Node node, Matrix shape, TrainedWeights held) {
        this.node = node;
        this.shape = shape;
        this.kernel = needed(held, "kernel");
        this.recurrent = node.recurrent() ? needed(held, "recurrent") : new float[0];
        int inputs = node.edges().get(0).shape().channels();
        this.behind = node.recurrent() ? shape.columns() * inputs : Integer.MAX_VALUE;
        long expected = kernel.length + (long) recurrent.length;
        if (expected != shape.weights()) {
            throw new BadInput("%s: holds %d weights, %d are needed".formatted(node.name(), expected, shape.weights()));
        }
        this.kernelSteps = values(held, "kernel-steps");
        this.recurrentSteps = node.recurrent() ? values(held, "recurrent-steps") : new float[0];
        this.bias = values(held, "bias");
        this.scale = values(held, "scale");
        this.shift = values(held, "shift");
        this.made = new float[shape.groups()][shape.instances()][][];
    }

    /**
     * The matrix of a node that has one.
     *
     * @throws BadInput when the node has no weights, or NaN or infinite ones
     */
    public static TrainedMatrix of(Node node) {
        Matrix matrix = node.matrix();
        if (matrix == null) {
            throw new IllegalArgumentException(node.name() + " has no matrix");
        }
        return new TrainedMatrix(node, matrix, CheckedWeights.needed(node));
    }

    private float[] needed(TrainedWeights held, String role) {
        float[] values = values(held, role);
        if (values == null) {
            throw CheckedWeights.lacking(node);
        }
        return values;
    }

    private float @Nullable [] values(TrainedWeights held, String role) {
        return CheckedWeights.values(node, held.tensors(), role);
    }

    public Matrix shape() {
        return shape;
    }

    /** [row][column], without a row of biases; made once. Threads may share the matrix. */
    public synchronized float[][] weights(int group, int instance) {
        float[][] matrix = made[group][instance];
        if (matrix == null) {
            matrix = make(group, instance);
            made[group][instance] = matrix;
        }
        return matrix;
    }

    private float[][] make(int group, int instance) {
        float[][] matrix = new float[shape.rows()][shape.columns()];
        for (int column = 0; column < shape.columns(); column++) {
            int out = group * shape.columns() + column;
            float factor = scale == null ? 1 : scale[scale.length == 1 ? 0 : out];
            for (int row = 0; row < shape.rows(); row++) {
                matrix[row][column] = factor * at(kernel, recurrent, group, instance, column, row);
            }
        }
        return matrix;
    }

    /**
     * For every column the scale of which a quantised model has its weights whole numbers, 0 where rows have scales of their own; null
     * where the model says none.
     */
    public double @Nullable [] steps(int group, int instance) {
        if (kernelSteps == null || recurrentSteps == null) {
            return null;
        }
        double[] steps = new double[shape.columns()];
        for (int column = 0; column < steps.length; column++) {
            int out = group * shape.columns() + column;
            float factor = scale == null ? 1 : scale[scale.length == 1 ? 0 : out];
            float first = at(kernelSteps, recurrentSteps, group, instance, column, 0);
            boolean one = true;
            for (int row = 1; row < shape.rows() && one; row++) {
                one = at(kernelSteps, recurrentSteps, group, instance, column, row) == first;
            }
            steps[column] = one ? Math.abs((double) factor * first) : 0;
        }
        return steps;
    }

    private float at(float[] kernel, float[] recurrent, int group, int instance, int column, int row) {
        int place = place(node, shape, group, instance, column, row);
        return place < behind ? kernel[place] : recurrent[place - behind];
    }

    /** Where a weight stands in the kernel of a node, the recurrent weights standing behind the others. */
    static int place(Node node, Matrix shape, int group, int instance, int column, int row) {
        Shape in = node.edges().get(0).shape();
        if (node.layer() instanceof Conv conv) {
            int channels = in.channels() / conv.groups();
            int out = group * shape.columns() + column;
            return (out * channels + row % channels) * conv.kernel().taps() + row / channels;
        }
        if (node.layer() instanceof TransposedConv conv) {
            // Stored by input channel, and turned around: the convolution over the stretched map meets it from its end.
            int channels = in.channels() / conv.groups();
            int channel = group * channels + row % channels;
            Kernel window = conv.kernel();
            int tap = window.taps() - 1 - row / channels;
            return (channel * shape.columns() + column) * window.taps() + tap;
        }
        if (node.layer() instanceof LocallyConnected local) {
            int channels = in.channels();
            int taps = local.kernel().taps();
            int own = (instance * shape.columns() + column) * channels + row % channels;
            return own * taps + row / channels;
        }
        if (node.layer() instanceof Dense dense && !dense.perPosition()) {
            // Stored as a kernel that covers the map: output, channel, position.
            int channels = in.channels();
            return (column * channels + row % channels) * in.positions() + row / channels;
        }
        if (node.layer() instanceof Recurrent layer) {
            int inputs = in.channels();
            return row < inputs
                    ? column * inputs + row
                    : shape.columns() * inputs + column * layer.hidden() + row - inputs;
        }
        return column * shape.rows() + row;
    }

    /** One for each column, or zeros. Those of a recurrent layer are {@link #gateBias}. */
    public float[] bias(int group, int instance) {
        int columns = shape.columns();
        float[] sums = new float[columns];
        if (node.layer() instanceof Recurrent layer) {
            for (int c = 0; c < columns && bias != null; c++) {
                boolean apart = apart(layer, c);
                sums[c] = apart ? 0 : bias[c] + bias[columns + c];
            }
            return sums;
        }
        int first = (instance * shape.groups() + group) * columns;
        for (int c = 0; c < columns; c++) {
            int out = group * columns + c;
            float own = bias == null ? 0 : bias[bias.length == 1 ? 0 : first + c];
            float factor = scale == null ? 1 : scale[scale.length == 1 ? 0 : out];
            float more = shift == null ? 0 : shift[shift.length == 1 ? 0 : out];
            sums[c] = own * factor + more;
        }
        return sums;
    }

    /** A GRU whose reset gate multiplies the recurrent product adds the biases of its candidate digitally, each apart. */
    private static boolean apart(Recurrent layer, int column) {
        return layer.cell() == Recurrent.Cell.GRU
                && layer.details().linearBeforeReset()
                && column >= 2 * layer.hidden();
    }

    /** Bias of a recurrent layer's column beside the input's product (half 0) or the state's (half 1); 0 without biases. */
    float gateBias(int half, int column) {
        return bias == null ? 0 : bias[half * shape.columns() + column];
    }
}
