package mho.workloads.values;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Codes;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import mho.workloads.network.Pad;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.Strides;
import mho.workloads.network.View;

/** Values seen through a view. */
final class ViewedValues {
    private ViewedValues() {}

    /** Nothing where the layer is no view whose order is unknown. */
    static void requireOrder(Node reader, Layer layer) {
        if (layer instanceof View view) {
            requireOrder(reader, view);
        }
    }

    private static List<Strides> requireOrder(Node reader, View view) {
        List<Strides> order = view.order();
        if (order == null) {
            throw new BadInput("%s: its values cannot be computed: what it reads goes through \"%s\""
                    .formatted(reader.name(), view.what()));
        }
        return order;
    }

    /** May share its values with {@code in}. */
    static Batch through(Node reader, Layer layer, Batch in) {
        if (layer instanceof View view) {
            List<Strides> order = requireOrder(reader, view);
            float[] values = in.values();
            for (Strides each : order) {
                values = gathered(values, in.count(), in.stride(), each.indices());
            }
            return new Batch(in.count(), view.output(), values);
        }
        if (layer instanceof Codes codes) {
            return new Batch(in.count(), codes.shape(), codes.of(in.values()));
        }
        Shape to = layer.outputOf(List.of(in.shape()));
        if (layer instanceof Slice slice) {
            return slice(slice, in, Batch.empty(in.count(), to));
        }
        if (layer instanceof Pad pad) {
            return pad(pad, in, Batch.empty(in.count(), to));
        }
        throw new IllegalStateException(layer.kind() + " is no view");
    }

    private static float[] gathered(float[] values, int count, int stride, int[] from) {
        float[] out = new float[count * from.length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < from.length; k++) {
                out[i * from.length + k] = values[i * stride + from[k]];
            }
        }
        return out;
    }

    private static Batch slice(Slice slice, Batch in, Batch out) {
        Strides scattered = slice.scattered();
        int[] channels = scattered == null ? null : scattered.indices();
        int wide = in.shape().channels();
        int at = 0;
        for (int i = 0; i < in.count(); i++) {
            for (int y = 0; y < slice.height(); y++) {
                for (int x = 0; x < slice.width(); x++) {
                    int row = slice.top() + y * slice.stepH();
                    int column = slice.left() + x * slice.stepW();
                    int from = i * in.stride() + (row * in.shape().width() + column) * wide;
                    if (channels == null) {
                        System.arraycopy(in.values(), from + slice.firstChannel(), out.values(), at, slice.channels());
                    } else {
                        for (int c = 0; c < channels.length; c++) {
                            out.values()[at + c] = in.values()[from + channels[c]];
                        }
                    }
                    at += slice.channels();
                }
            }
        }
        return out;
    }

    private static Batch pad(Pad pad, Batch in, Batch out) {
        int height = out.shape().height();
        int width = out.shape().width();
        int channels = out.shape().channels();
        int own = in.shape().channels();
        float[] border =
                pad.border() instanceof Pad.Given given ? given.map().values().get() : new float[0];
        float filled = pad.border() instanceof Pad.Filled with ? with.value() : 0;
        for (int i = 0; i < in.count(); i++) {
            for (int p = 0; p < height * width; p++) {
                int row = source(pad, p / width - pad.top(), in.shape().height());
                int column = source(pad, p % width - pad.left(), in.shape().width());
                int to = i * out.stride() + p * channels;
                if (border.length > 0) {
                    System.arraycopy(border, p * channels, out.values(), to, channels);
                } else {
                    java.util.Arrays.fill(out.values(), to, to + channels, filled);
                }
                if (row >= 0 && column >= 0) {
                    int from = i * in.stride() + (row * in.shape().width() + column) * own;
                    System.arraycopy(in.values(), from, out.values(), to + pad.before(), own);
                }
            }
        }
        return out;
    }

    /** The index of the map that stands at {@code index}, which may lie beside the map; -1 for none. */
    private static int source(Pad pad, int index, int extent) {
        if (index >= 0 && index < extent) {
            return index;
        }
        if (!(pad.border() instanceof Pad.Mirrored mirrored)) {
            return -1;
        }
        return switch (mirrored) {
            case EDGE -> index < 0 ? 0 : extent - 1;
            case WRAP -> Math.floorMod(index, extent);
            case REFLECT -> {
                int period = Math.max(1, 2 * (extent - 1));
                int there = Math.floorMod(index, period);
                yield there < extent ? there : period - there;
            }
        };
    }
}
