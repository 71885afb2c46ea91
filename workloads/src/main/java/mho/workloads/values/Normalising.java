package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.Node;
import mho.workloads.network.Softmax;
import mho.workloads.network.TrainedWeights;
import org.jspecify.annotations.Nullable;

/** Batch norm, layer norm, softmax. */
final class Normalising {
    private Normalising() {}

    static void batch(Node node, Batch in, Batch out) {
        TrainedWeights held = CheckedWeights.needed(node);
        float[] scale = perChannel(node, held, "scale");
        float[] shift = perChannel(node, held, "shift");
        if (scale == null && shift == null) {
            throw CheckedWeights.lacking(node);
        }
        int channels = in.shape().channels();
        for (int at = 0; at < out.values().length; at += channels) {
            for (int c = 0; c < channels; c++) {
                float x = in.values()[at + c];
                out.values()[at + c] = x * (scale == null ? 1 : scale[c]) + (shift == null ? 0 : shift[c]);
            }
        }
    }

    /** Null where the node has none; one value alone serves all channels. */
    private static float @Nullable [] perChannel(Node node, TrainedWeights held, String role) {
        float[] values = CheckedWeights.values(node, held.tensors(), role);
        int channels = node.output().channels();
        if (values == null || values.length == channels) {
            return values;
        }
        if (values.length != 1) {
            throw new BadInput(
                    "%s: has %d values of %s for %d channels".formatted(node.name(), values.length, role, channels));
        }
        float[] all = new float[channels];
        java.util.Arrays.fill(all, values[0]);
        return all;
    }

    static void layer(Node node, LayerNorm norm, Batch in, Batch out) {
        TrainedWeights held = CheckedWeights.needed(node);
        float[] scale = perChannel(node, held, "scale");
        float[] shift = perChannel(node, held, "shift");
        int channels = in.shape().channels();
        for (int at = 0; at < out.values().length; at += channels) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += in.values()[at + c];
            }
            double mean = sum / channels;
            double squares = 0;
            for (int c = 0; c < channels; c++) {
                double off = in.values()[at + c] - mean;
                squares += off * off;
            }
            double factor = 1 / Math.sqrt(squares / channels + norm.epsilon());
            for (int c = 0; c < channels; c++) {
                float normal = (float) ((in.values()[at + c] - mean) * factor);
                out.values()[at + c] = normal * (scale == null ? 1 : scale[c]) + (shift == null ? 0 : shift[c]);
            }
        }
    }

    static void softmax(Softmax layer, Batch in, Batch out) {
        int together = in.shape().channels() / layer.groups();
        int inner = layer.inner();
        int block = together * inner;
        for (int at = 0; at < out.values().length; at += block) {
            for (int j = 0; j < inner; j++) {
                softmax(layer, in.values(), out.values(), at + j, together);
            }
        }
    }

    private static void softmax(Softmax layer, float[] in, float[] out, int first, int count) {
        int step = layer.inner();
        float largest = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            largest = Math.max(largest, in[first + k * step]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp((double) in[first + k * step] - largest);
        }
        double logarithm = Math.log(sum);
        for (int k = 0; k < count; k++) {
            double below = (double) in[first + k * step] - largest;
            out[first + k * step] = (float) (layer.logarithm() ? below - logarithm : Math.exp(below) / sum);
        }
    }
}
