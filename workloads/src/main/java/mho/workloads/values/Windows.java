package mho.workloads.values;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mho.workloads.network.Axis;
import mho.workloads.network.Field;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;

/** A layer with a matrix: windows are gathered, many at a time, multiplied, and their outputs put in place. */
final class Windows {
    private static final int VALUES_AT_ONCE = 1 << 20;

    private final Node node;
    private final Arithmetic arithmetic;
    private final Matrix matrix;
    private final Shape in;
    private final Axis rows;
    private final Axis columns;

    Windows(Node node, Arithmetic arithmetic) {
        this.node = node;
        this.arithmetic = arithmetic;
        this.matrix = Objects.requireNonNull(node.matrix());
        this.in = node.edges().get(0).shape();
        Field field = node.layer().field(0, List.of(in), node.output());
        this.rows = field.rows();
        this.columns = field.columns();
    }

    Batch run(Batch input) {
        Batch result = Batch.empty(input.count(), node.output());
        for (int group = 0; group < matrix.groups(); group++) {
            if (matrix.instances() == 1) {
                shared(input, group, result);
            } else {
                for (int window = 0; window < node.windows(); window++) {
                    alone(input, group, window, result);
                }
            }
        }
        return result;
    }

    /** All windows of all inputs meet the same weights. */
    private void shared(Batch input, int group, Batch result) {
        long windows = (long) input.count() * node.windows();
        int most = (int) Math.max(1, Math.min(windows, VALUES_AT_ONCE / Math.max(matrix.rows(), matrix.columns())));
        for (long from = 0; from < windows; from += most) {
            int count = (int) Math.min(most, windows - from);
            float[] gathered = new float[count * matrix.rows()];
            for (int v = 0; v < count; v++) {
                long number = from + v;
                gather(input, (int) (number / node.windows()), (int) (number % node.windows()), group, gathered, v);
            }
            float[] products = new float[count * matrix.columns()];
            arithmetic.multiply(node, group, 0, gathered, count, products);
            for (int v = 0; v < count; v++) {
                place(products, v, from + v, group, result);
            }
        }
    }

    /** Each window meets weights of its own, in every input. */
    private void alone(Batch input, int group, int window, Batch result) {
        float[] gathered = new float[input.count() * matrix.rows()];
        for (int i = 0; i < input.count(); i++) {
            gather(input, i, window, group, gathered, i);
        }
        float[] products = new float[input.count() * matrix.columns()];
        arithmetic.multiply(node, group, window, gathered, input.count(), products);
        for (int i = 0; i < input.count(); i++) {
            place(products, i, (long) i * node.windows() + window, group, result);
        }
    }

    private void gather(Batch input, int image, int window, int group, float[] to, int vector) {
        int y = window / columns.out();
        int x = window % columns.out();
        int channels = matrix.rows() / (rows.kernel() * columns.kernel());
        int at = vector * matrix.rows();
        int first = in.channels() == channels ? 0 : group * channels;
        for (int ky = 0; ky < rows.kernel(); ky++) {
            int iy = rows.at(y, ky);
            for (int kx = 0; kx < columns.kernel(); kx++, at += channels) {
                int ix = columns.at(x, kx);
                if (iy < 0 || ix < 0) {
                    Arrays.fill(to, at, at + channels, 0);
                } else {
                    int position = image * in.positions() + iy * in.width() + ix;
                    System.arraycopy(input.values(), position * in.channels() + first, to, at, channels);
                }
            }
        }
    }

    private void place(float[] products, int vector, long window, int group, Batch result) {
        int to = (int) window * result.shape().channels() + group * matrix.columns();
        System.arraycopy(products, vector * matrix.columns(), result.values(), to, matrix.columns());
    }
}
