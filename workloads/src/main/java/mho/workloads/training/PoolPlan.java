package mho.workloads.training;

import java.util.Arrays;
import java.util.List;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.ReceptiveField;
import mho.workloads.network.Shape;

/**
 * Pooling over positions. The error of a maximum (minimum) goes to the value that it is, of equals to the first in the order of
 * the taps; that of an average or a sum to all values under the kernel, of an average divided by as many as it was divided by.
 */
final class PoolPlan implements PassMaker {
    private final Pool pool;
    private final int channels;
    private final int windows;

    /** Of each window, where the positions under it begin in the map; padding left out. */
    private final int[][] positions;

    private final int[] divisors;

    PoolPlan(Node node, Pool pool) {
        Shape in = node.edges().get(0).shape();
        ReceptiveField field = pool.field(0, List.of(in), node.output());
        this.pool = pool;
        this.channels = in.channels();
        this.windows = node.windows();
        this.positions = new int[windows][];
        this.divisors = new int[windows];
        for (int w = 0; w < windows; w++) {
            int oy = w / node.output().width();
            int ox = w % node.output().width();
            positions[w] = positions(field, oy, ox, in);
            divisors[w] = pool.countsPadding()
                    ? field.rows().within(oy, pool.kernel().paddedBehind())
                            * field.columns().within(ox, pool.kernel().padRight())
                    : positions[w].length;
        }
    }

    private static int[] positions(ReceptiveField field, int oy, int ox, Shape in) {
        int[] all = new int[field.rows().kernel() * field.columns().kernel()];
        int count = 0;
        for (int ky = 0; ky < field.rows().kernel(); ky++) {
            int y = field.rows().index(oy, ky);
            for (int kx = 0; y >= 0 && kx < field.columns().kernel(); kx++) {
                int x = field.columns().index(ox, kx);
                if (x >= 0) {
                    all[count++] = (y * in.width() + x) * in.channels();
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    @Override
    public Pass over(List<Signal> in, Signal out) {
        return switch (pool.reduction()) {
            case MAX -> new Extreme(in.get(0), out, 1);
            case MIN -> new Extreme(in.get(0), out, -1);
            case AVERAGE -> new Total(in.get(0), out, true);
            case SUM -> new Total(in.get(0), out, false);
            case L2, ARG_MAX, ARG_MIN -> throw new IllegalStateException(pool.kind() + " was let through");
        };
    }

    /** The largest, or of negated values. */
    private final class Extreme implements Pass {
        private final Signal in;
        private final Signal out;
        private final float sign;
        private final int[] winners;

        Extreme(Signal in, Signal out, float sign) {
            this.in = in;
            this.out = out;
            this.sign = sign;
            this.winners = new int[windows * channels];
        }

        @Override
        public void forward() {
            float[] x = in.values();
            for (int w = 0; w < windows; w++) {
                for (int c = 0; c < channels; c++) {
                    int best = -1;
                    for (int position : positions[w]) {
                        int at = position + c;
                        // A value that is not a number stays, so that it is found.
                        best = best < 0 || sign * x[at] > sign * x[best] || Float.isNaN(x[at]) ? at : best;
                    }
                    winners[w * channels + c] = best;
                    out.values()[w * channels + c] = best < 0 ? sign * Float.NEGATIVE_INFINITY : x[best];
                }
            }
        }

        @Override
        public void reverse() {
            for (int k = 0; in.learns() && k < winners.length; k++) {
                if (winners[k] >= 0) {
                    in.errors()[winners[k]] += out.errors()[k];
                }
            }
        }
    }

    /** All of them, divided or not. */
    private final class Total implements Pass {
        private final Signal in;
        private final Signal out;
        private final boolean divided;

        Total(Signal in, Signal out, boolean divided) {
            this.in = in;
            this.out = out;
            this.divided = divided;
        }

        @Override
        public void forward() {
            for (int w = 0; w < windows; w++) {
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int position : positions[w]) {
                        sum += in.values()[position + c];
                    }
                    out.values()[w * channels + c] = (float) (divided ? sum / divisors[w] : sum);
                }
            }
        }

        @Override
        public void reverse() {
            for (int w = 0; in.learns() && w < windows; w++) {
                for (int c = 0; c < channels; c++) {
                    float error = out.errors()[w * channels + c] / (divided ? divisors[w] : 1);
                    for (int position : positions[w]) {
                        in.errors()[position + c] += error;
                    }
                }
            }
        }
    }
}
