package mho.workloads.values;

import java.util.List;
import mho.workloads.network.Kernel;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.ReceptiveField;
import mho.workloads.network.Reduction;

/** Many values become one. */
final class Pooling {
    private Pooling() {}

    static void run(Node node, Pool pool, Batch in, Batch out) {
        ReceptiveField field = pool.field(0, List.of(in.shape()), node.output());
        int channels = in.shape().channels();
        Kernel kernel = pool.kernel();
        double[] sums = new double[channels];
        double[] best = new double[channels];
        for (int i = 0; i < in.count(); i++) {
            for (int w = 0; w < out.shape().positions(); w++) {
                int oy = w / out.shape().width();
                int ox = w % out.shape().width();
                clear(pool.reduction(), sums, best);
                int taps = 0;
                for (int ky = 0; ky < field.rows().kernel(); ky++) {
                    int y = field.rows().index(oy, ky);
                    for (int kx = 0; y >= 0 && kx < kernel.width(); kx++) {
                        int x = field.columns().index(ox, kx);
                        if (x >= 0) {
                            int from = i * in.stride() + (y * in.shape().width() + x) * channels;
                            take(pool.reduction(), in.values(), from, ky * kernel.width() + kx, sums, best);
                            taps++;
                        }
                    }
                }
                int divisor = pool.countsPadding()
                        ? field.rows().within(oy, kernel.paddedBehind())
                                * field.columns().within(ox, kernel.padRight())
                        : taps;
                int to = i * out.stride() + w * channels;
                for (int c = 0; c < channels; c++) {
                    out.values()[to + c] = (float) result(pool.reduction(), sums[c], divisor);
                }
            }
        }
    }

    /** All channels of each position. */
    static void channels(Reduction reduction, Batch in, Batch out) {
        int channels = in.shape().channels();
        double[] sum = new double[1];
        double[] best = new double[1];
        for (int p = 0; p < out.values().length; p++) {
            clear(reduction, sum, best);
            for (int c = 0; c < channels; c++) {
                take(reduction, in.values(), p * channels + c, c, sum, best);
            }
            out.values()[p] = (float) result(reduction, sum[0], channels);
        }
    }

    private static void clear(Reduction reduction, double[] sums, double[] best) {
        double start =
                switch (reduction) {
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                    default -> 0;
                };
        double worst = reduction == Reduction.ARG_MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        java.util.Arrays.fill(sums, start);
        java.util.Arrays.fill(best, worst);
    }

    private static void take(Reduction how, float[] values, int from, int index, double[] sums, double[] best) {
        for (int c = 0; c < sums.length; c++) {
            double x = values[from + c];
            switch (how) {
                case MAX -> sums[c] = Math.max(sums[c], x);
                case MIN -> sums[c] = Math.min(sums[c], x);
                case AVERAGE, SUM -> sums[c] += x;
                case L2 -> sums[c] += x * x;
                case ARG_MAX, ARG_MIN -> {
                    if (how == Reduction.ARG_MAX ? x > best[c] : x < best[c]) {
                        best[c] = x;
                        sums[c] = index;
                    }
                }
            }
        }
    }

    private static double result(Reduction reduction, double sum, int count) {
        return switch (reduction) {
            case AVERAGE -> sum / count;
            case L2 -> Math.sqrt(sum);
            default -> sum;
        };
    }
}
