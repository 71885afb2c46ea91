package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.Layer;
import mho.workloads.network.Pad;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.View;

/** Layers that only say how values are to be read. */
final class Views {
    private Views() {}

    static Batch of(String name, Layer view, Batch in, Shape shape) {
        if (view instanceof Slice slice) {
            return sliced(slice, in, shape);
        }
        if (view instanceof Pad pad) {
            return padded(pad, in, shape);
        }
        View reading = (View) view;
        if (reading.inOrder()) {
            return new Batch(in.count(), shape, in.values());
        }
        if (reading.what().equals("flatten") && shape.positions() == 1) {
            return flattened(in, shape);
        }
        throw new BadInput(
                "%s: values through this %s of %s to %s are not computed; leave out --data for time and energy alone"
                        .formatted(name, reading.what(), in.shape(), shape));
    }

    /** Channel by channel, as ONNX has it. */
    private static Batch flattened(Batch in, Shape shape) {
        Batch out = Batch.empty(in.count(), shape);
        int positions = in.shape().positions();
        int channels = in.shape().channels();
        for (int i = 0; i < in.count(); i++) {
            for (int p = 0; p < positions; p++) {
                for (int c = 0; c < channels; c++) {
                    out.values()[(i * channels + c) * positions + p] = in.values()[(i * positions + p) * channels + c];
                }
            }
        }
        return out;
    }

    private static Batch sliced(Slice slice, Batch in, Shape shape) {
        Batch out = Batch.empty(in.count(), shape);
        Shape from = in.shape();
        int to = 0;
        for (int i = 0; i < in.count(); i++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++, to += shape.channels()) {
                    int row = slice.top() + y * slice.stepH();
                    int column = slice.left() + x * slice.stepW();
                    int position = i * from.positions() + row * from.width() + column;
                    System.arraycopy(
                            in.values(),
                            position * from.channels() + slice.firstChannel(),
                            out.values(),
                            to,
                            shape.channels());
                }
            }
        }
        return out;
    }

    private static Batch padded(Pad pad, Batch in, Shape shape) {
        Batch out = Batch.empty(in.count(), shape);
        Shape from = in.shape();
        int row = from.width() * from.channels();
        for (int i = 0; i < in.count(); i++) {
            for (int y = 0; y < from.height(); y++) {
                int to = (i * shape.positions() + (y + pad.top()) * shape.width() + pad.left()) * shape.channels();
                System.arraycopy(in.values(), (i * from.height() + y) * row, out.values(), to, row);
            }
        }
        return out;
    }
}
