package mho.workloads.values;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mho.core.yaml.BadInput;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TransposedConv;
import mho.workloads.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The trained matrix of a node as it stands in arrays, a batch norm behind it folded in: for each group (and each window, where windows have
 * weights of their own) rows by columns.
 *
 * <p>Rows go by kernel tap, row-major, and within a tap by channel. Of a recurrent layer, the values of a step come first, then its last
 * output; its columns are its gates in the order of ONNX.
 */
public final class TrainedMatrix {
    private final Node node;
    private final Matrix shape;
    private final Map<String, float[]> tensors = new HashMap<>();

    private TrainedMatrix(Node node, Matrix shape, Weights held) {
        this.node = node;
        this.shape = shape;
        held.tensors().forEach((role, tensor) -> tensors.put(role, finite(role, tensor)));
    }

    /** @throws BadInput if the node has no weights, or some that are not finite */
    public static TrainedMatrix of(Node node) {
        Matrix shape = Objects.requireNonNull(node.matrix(), "the node has no matrix");
        Weights held = node.weightsHeld();
        if (held == null || !held.tensors().containsKey("kernel")) {
            throw new BadInput(node.name()
                    + ": has no trained weights, so no values; give an .onnx file with weights, or leave out"
                    + " --data for time and energy alone");
        }
        return new TrainedMatrix(node, shape, held);
    }

    private float[] finite(String role, Tensor tensor) {
        float[] values = tensor.values().get();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new BadInput("%s: its %s holds %s; mend the file".formatted(node.name(), role, value));
            }
        }
        return values;
    }

    public Matrix shape() {
        return shape;
    }

    /** Rows by columns, without the biases. */
    public float[][] weights(int group, int instance) {
        float[][] weights = new float[shape.rows()][shape.columns()];
        float[] scale = tensors.get("scale");
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                float weight = weight(group, instance, r, c);
                weights[r][c] = scale == null ? weight : weight * scale[group * shape.columns() + c];
            }
        }
        return weights;
    }

    /** Of every column; zeros where there are none. */
    public float[] bias(int group, int instance) {
        float[] bias = new float[shape.columns()];
        float[] own = tensors.get("bias");
        float[] scale = tensors.get("scale");
        float[] shift = tensors.get("shift");
        int from = (instance * shape.groups() + group) * shape.columns();
        for (int c = 0; c < bias.length; c++) {
            bias[c] = own == null ? 0 : node.layer() instanceof Recurrent ? recurrentBias(own, c) : own[from + c];
            bias[c] = scale == null ? bias[c] : bias[c] * scale[group * shape.columns() + c];
            bias[c] += shift == null ? 0 : shift[group * shape.columns() + c];
        }
        return bias;
    }

    /** Both halves of ONNX's bias; of a GRU's candidate only that of the inputs, for the other is inside the reset. */
    private float recurrentBias(float[] own, int column) {
        Recurrent layer = (Recurrent) node.layer();
        boolean candidate = layer.cell() == Recurrent.Cell.GRU && column >= 2 * layer.hidden();
        return own[column] + (candidate ? 0 : own[shape.columns() + column]);
    }

    /** The bias of a GRU's candidate inside the reset; null without biases. */
    float @Nullable [] resetBias() {
        float[] own = tensors.get("bias");
        int hidden = shape.columns() / 3;
        return own == null
                ? null
                : java.util.Arrays.copyOfRange(own, shape.columns() + 2 * hidden, 2 * shape.columns());
    }

    private float weight(int group, int instance, int row, int column) {
        float[] kernel = Objects.requireNonNull(tensors.get("kernel"));
        Shape in = node.edges().get(0).shape();
        if (node.layer() instanceof Recurrent) {
            int values = in.channels();
            int hidden = shape.rows() - values;
            return row < values
                    ? kernel[column * values + row]
                    : Objects.requireNonNull(tensors.get("recurrent"))[column * hidden + row - values];
        }
        int output = group * shape.columns() + column;
        if (node.layer() instanceof Dense dense && dense.perPosition()) {
            return kernel[output * shape.rows() + row];
        }
        int channels = node.layer() instanceof Dense || node.layer() instanceof LocallyConnected
                ? in.channels()
                : in.channels() / groups();
        int taps = shape.rows() / channels;
        int tap = row / channels;
        int channel = row % channels;
        if (node.layer() instanceof TransposedConv) {
            int from = (group * channels + channel) * shape.columns() + column;
            return kernel[from * taps + taps - 1 - tap];
        }
        int filter = instance * shape.columns() + output;
        return kernel[(filter * channels + channel) * taps + tap];
    }

    private int groups() {
        return node.layer() instanceof Conv || node.layer() instanceof TransposedConv ? shape.groups() : 1;
    }
}
