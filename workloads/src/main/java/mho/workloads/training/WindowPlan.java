package mho.workloads.training;

import java.util.Arrays;
import java.util.List;
import mho.workloads.network.Node;
import mho.workloads.network.ReceptiveField;
import mho.workloads.network.Shape;

/**
 * A layer of windows: every window w gathers its values x_w in a row, and
 *
 * <pre>
 * y_w = Wᵀ x_w          forwards
 * dx_w = W δ_w          backwards, added to the errors of the values gathered
 * W -= rate x_w δ_wᵀ    at the update
 * </pre>
 *
 * on the one matrix of its group: dense layers (one window), convolutions with any stride, padding, dilation and groups,
 * transposed ones, and layers with weights of their own for each window.
 */
final class WindowPlan implements PassMaker {
    /** Numbers of a run: where it stands in the row, where in the map (-1: padding), how many values. */
    private static final int RUN = 3;

    private final LearnedLayer layer;
    private final int windows;
    private final int groups;
    private final int rows;
    private final int columns;
    private final int groupChannels;
    private final boolean own;

    /** Of each window, what of the map stands next to each other in the row too, for group 0. */
    private final int[][] runs;

    WindowPlan(LearnedLayer layer) {
        Node node = layer.node();
        Shape in = node.edges().get(0).shape();
        // The layer's own field: that of the edge has the views folded in.
        ReceptiveField field = node.layer().field(0, List.of(in), node.output());
        int taps = field.rows().kernel() * field.columns().kernel();
        this.layer = layer;
        this.windows = node.windows();
        this.groups = layer.shape().groups();
        this.rows = layer.shape().rows();
        this.columns = layer.shape().columns();
        this.groupChannels = rows / taps;
        this.own = layer.shape().instances() > 1;
        this.runs = new int[windows][];
        for (int w = 0; w < windows; w++) {
            runs[w] = runs(field, w, in);
        }
    }

    private int[] runs(ReceptiveField field, int window, Shape in) {
        int oy = window / field.columns().out();
        int ox = window % field.columns().out();
        int[] runs = new int[RUN * field.rows().kernel() * field.columns().kernel()];
        int count = 0;
        int place = 0;
        for (int ky = 0; ky < field.rows().kernel(); ky++) {
            int y = field.rows().index(oy, ky);
            for (int kx = 0; kx < field.columns().kernel(); kx++) {
                int x = field.columns().index(ox, kx);
                int from = y < 0 || x < 0 ? -1 : (y * in.width() + x) * in.channels();
                if (count > 0 && follows(runs, RUN * (count - 1), from, in)) {
                    runs[RUN * count - 1] += groupChannels;
                } else {
                    runs[RUN * count] = place;
                    runs[RUN * count + 1] = from;
                    runs[RUN * count + 2] = groupChannels;
                    count++;
                }
                place += groupChannels;
            }
        }
        return Arrays.copyOf(runs, RUN * count);
    }

    /** Whether a tap goes on where a run ends. */
    private boolean follows(int[] runs, int run, int from, Shape in) {
        int last = runs[run + 1];
        boolean whole = groupChannels == in.channels();
        return last < 0 ? from < 0 : whole && from == last + runs[run + 2];
    }

    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Windows(in.get(0), out);
    }

    /** The windows of one example. */
    private final class Windows implements LearningPass {
        private final Signal in;
        private final Signal out;
        private final float[] row = new float[layer.rows()];
        private final float[] errors = new float[layer.rows()];

        Windows(Signal in, Signal out) {
            this.in = in;
            this.out = out;
            if (layer.shape().bias()) {
                row[rows] = 1;
            }
        }

        @Override
        public void forward() {
            for (int w = 0; w < windows; w++) {
                for (int g = 0; g < groups; g++) {
                    gather(w, g);
                    matrix(w, g).forward(row, 0, out.values(), at(w, g));
                }
            }
        }

        @Override
        public void reverse() {
            if (!in.learns()) {
                return;
            }
            for (int w = 0; w < windows; w++) {
                for (int g = 0; g < groups; g++) {
                    matrix(w, g).reverse(out.errors(), at(w, g), errors, 0);
                    scatter(w, g);
                }
            }
        }

        @Override
        public void update(float rate) {
            for (int w = 0; w < windows; w++) {
                for (int g = 0; g < groups; g++) {
                    gather(w, g);
                    matrix(w, g).update(row, 0, out.errors(), at(w, g), rate);
                }
            }
        }

        @Override
        public void tell(LayerTally tally) {
            tally.inputs(in.values());
            tally.errors(out.errors());
        }

        private LearningMatrix matrix(int window, int group) {
            return layer.matrix(group, own ? window : 0);
        }

        private int at(int window, int group) {
            return (window * groups + group) * columns;
        }

        private void gather(int window, int group) {
            int[] of = runs[window];
            for (int k = 0; k < of.length; k += RUN) {
                int from = of[k + 1];
                if (from < 0) {
                    Arrays.fill(row, of[k], of[k] + of[k + 2], 0);
                } else {
                    System.arraycopy(in.values(), from + group * groupChannels, row, of[k], of[k + 2]);
                }
            }
        }

        private void scatter(int window, int group) {
            int[] of = runs[window];
            float[] to = in.errors();
            for (int k = 0; k < of.length; k += RUN) {
                if (of[k + 1] >= 0) {
                    int first = of[k + 1] + group * groupChannels;
                    for (int i = 0; i < of[k + 2]; i++) {
                        to[first + i] += errors[of[k] + i];
                    }
                }
            }
        }
    }
}
