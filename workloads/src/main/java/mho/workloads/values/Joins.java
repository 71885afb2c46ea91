package mho.workloads.values;

import java.util.List;
import mho.workloads.network.Concat;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Shape;

/** Two or more maps made one. */
final class Joins {
    private Joins() {}

    /** Value by value; an extent of 1 stretches. */
    static Batch combined(Elementwise layer, List<Batch> inputs, Shape shape) {
        Batch out = stretched(inputs.get(0), shape);
        for (Batch input : inputs.subList(1, inputs.size())) {
            Batch other = stretched(input, shape);
            for (int i = 0; i < out.values().length; i++) {
                out.values()[i] = combined(layer.operator(), out.values()[i], other.values()[i]);
            }
        }
        return out;
    }

    private static float combined(Elementwise.Operator operator, float a, float b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    private static Batch stretched(Batch in, Shape shape) {
        Shape own = in.shape();
        if (own.equals(shape)) {
            return new Batch(in.count(), shape, in.values().clone());
        }
        Batch out = Batch.empty(in.count(), shape);
        int to = 0;
        for (int i = 0; i < in.count(); i++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int row = own.height() == 1 ? 0 : y;
                    int column = own.width() == 1 ? 0 : x;
                    int from = ((i * own.height() + row) * own.width() + column) * own.channels();
                    for (int c = 0; c < shape.channels(); c++) {
                        out.values()[to++] = in.values()[from + (own.channels() == 1 ? 0 : c)];
                    }
                }
            }
        }
        return out;
    }

    static Batch concatenated(Concat layer, List<Batch> inputs, Shape shape) {
        Batch out = Batch.empty(inputs.get(0).count(), shape);
        int before = 0;
        for (Batch in : inputs) {
            Shape own = in.shape();
            for (int i = 0; i < in.count(); i++) {
                for (int p = 0; p < own.positions(); p++) {
                    int y = p / own.width() + (layer.along() == Concat.Along.HEIGHT ? before : 0);
                    int x = p % own.width() + (layer.along() == Concat.Along.WIDTH ? before : 0);
                    int c = layer.along() == Concat.Along.CHANNELS ? before : 0;
                    System.arraycopy(
                            in.values(),
                            (i * own.positions() + p) * own.channels(),
                            out.values(),
                            (i * shape.positions() + y * shape.width() + x) * shape.channels() + c,
                            own.channels());
                }
            }
            before += switch (layer.along()) {
                case CHANNELS -> own.channels();
                case HEIGHT -> own.height();
                case WIDTH -> own.width();
            };
        }
        return out;
    }
}
