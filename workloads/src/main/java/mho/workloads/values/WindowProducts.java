package mho.workloads.values;

import java.util.Arrays;
import mho.workloads.network.Direction;
import mho.workloads.network.Layer;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.ReceptiveField;

/** Products of windows with weights: the values of each window gathered in a row, thousands of rows at once. */
final class WindowProducts {
    /** Values of gathered windows that are held at once: as many as stay in a processor's second cache. */
    private static final int ROOM = 1 << 18;

    private final Arithmetic arithmetic;

    WindowProducts(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    void multiply(Node node, Batch in, Batch out) {
        Matrix matrix = java.util.Objects.requireNonNull(node.matrix());
        Gather gather = new Gather(node, matrix, in);
        int windows = out.shape().positions();
        boolean own = matrix.instances() > 1;
        int total = own ? in.count() : in.count() * windows;
        int chunk = Math.max(1, Math.min(total, ROOM / Math.max(matrix.rows(), matrix.columns())));
        int together = arithmetic.groupsTogether(node);
        float[] rows = new float[chunk * together * matrix.rows()];
        float[] sums = new float[chunk * together * matrix.columns()];
        for (int instance = 0; instance < matrix.instances(); instance++) {
            for (int group = 0; group < matrix.groups(); group += together) {
                int groups = Math.min(together, matrix.groups() - group);
                int width = groups * matrix.columns();
                for (int from = 0; from < total; from += chunk) {
                    int count = Math.min(chunk, total - from);
                    for (int k = 0; k < count; k++) {
                        int image = own ? from + k : (from + k) / windows;
                        int window = own ? instance : (from + k) % windows;
                        for (int g = 0; g < groups; g++) {
                            gather.window(image, window, group + g, rows, (k * groups + g) * matrix.rows());
                        }
                    }
                    arithmetic.multiply(node, group, instance, rows, count, sums);
                    for (int k = 0; k < count; k++) {
                        int at = own ? (from + k) * windows + instance : from + k;
                        int to = at * out.shape().channels() + group * matrix.columns();
                        System.arraycopy(sums, k * width, out.values(), to, width);
                    }
                }
            }
        }
    }

    /** Where each tap of each window falls. */
    private static final class Gather {
        private final Batch in;
        private final int channels;
        private final int outWidth;
        private final int[][] rows;
        private final int[][] columns;
        private final boolean[] together;

        Gather(Node node, Matrix matrix, Batch in) {
            // The layer's own field: that of the edge has the views folded in.
            Layer layer = node.layer();
            ReceptiveField field = layer.field(0, java.util.List.of(in.shape()), node.output());
            this.in = in;
            this.outWidth = node.output().width();
            this.rows = taps(field.rows());
            this.columns = taps(field.columns());
            this.channels =
                    matrix.rows() / (field.rows().kernel() * field.columns().kernel());
            this.together = together(field.columns());
        }

        private static int[][] taps(Direction axis) {
            int[][] taps = new int[axis.out()][axis.kernel()];
            for (int o = 0; o < axis.out(); o++) {
                for (int k = 0; k < axis.kernel(); k++) {
                    taps[o][k] = axis.index(o, k);
                }
            }
            return taps;
        }

        /** Of each output column, whether its taps stand side by side on the map, and all values at each of them are read. */
        private boolean[] together(Direction axis) {
            boolean[] together = new boolean[axis.out()];
            for (int o = 0; o < together.length; o++) {
                int[] taps = columns[o];
                together[o] = channels == in.shape().channels() && taps[0] >= 0;
                for (int k = 1; k < taps.length; k++) {
                    together[o] &= taps[k] == taps[k - 1] + 1;
                }
            }
            return together;
        }

        void window(int image, int window, int group, float[] to, int at) {
            int first = image * in.stride() + group * channels;
            int[] taps = columns[window % outWidth];
            boolean atOnce = together[window % outWidth];
            int place = at;
            for (int y : rows[window / outWidth]) {
                if (y < 0) {
                    Arrays.fill(to, place, place + taps.length * channels, 0);
                } else if (atOnce) {
                    System.arraycopy(in.values(), from(first, y, taps[0]), to, place, taps.length * channels);
                } else {
                    row(first, y, taps, to, place);
                }
                place += taps.length * channels;
            }
        }

        private void row(int first, int y, int[] taps, float[] to, int at) {
            int place = at;
            for (int x : taps) {
                if (x < 0) {
                    Arrays.fill(to, place, place + channels, 0);
                } else {
                    System.arraycopy(in.values(), from(first, y, x), to, place, channels);
                }
                place += channels;
            }
        }

        private int from(int first, int y, int x) {
            return first + (y * in.shape().width() + x) * in.shape().channels();
        }
    }
}
