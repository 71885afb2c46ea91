package mho.workloads.values;

import java.util.List;
import mho.workloads.network.Axis;
import mho.workloads.network.Field;
import mho.workloads.network.Node;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;

/** Many values to one, channel by channel over positions, or over channels. Padding is left out: a mean is over what is there. */
final class Pooling {
    private final Node node;
    private final Reduction reduction;

    Pooling(Node node, Reduction reduction) {
        this.node = node;
        this.reduction = reduction;
    }

    Batch run(Batch in) {
        Shape out = node.output();
        Batch result = Batch.empty(in.count(), out);
        Field field = node.layer().field(0, List.of(in.shape()), out);
        double[] sums = new double[out.channels()];
        for (int i = 0; i < in.count(); i++) {
            for (int window = 0; window < out.positions(); window++) {
                int taken = gather(in, i, field.rows(), field.columns(), window, sums);
                int to = (i * out.positions() + window) * out.channels();
                for (int c = 0; c < sums.length; c++) {
                    result.values()[to + c] = (float) finished(sums[c], taken);
                }
            }
        }
        return result;
    }

    private int gather(Batch in, int image, Axis rows, Axis columns, int window, double[] sums) {
        java.util.Arrays.fill(sums, start(reduction));
        int taken = 0;
        for (int ky = 0; ky < rows.kernel(); ky++) {
            int y = rows.at(window / columns.out(), ky);
            for (int kx = 0; kx < columns.kernel(); kx++) {
                int x = columns.at(window % columns.out(), kx);
                if (y >= 0 && x >= 0) {
                    taken++;
                    int from = (image * in.shape().positions() + y * in.shape().width() + x) * sums.length;
                    for (int c = 0; c < sums.length; c++) {
                        sums[c] = step(reduction, sums[c], in.values()[from + c]);
                    }
                }
            }
        }
        return taken;
    }

    private double finished(double sum, int taken) {
        return finished(reduction, sum, taken);
    }

    static Batch channels(Reduction reduction, Batch in, Shape shape) {
        Batch out = Batch.empty(in.count(), shape);
        int channels = in.shape().channels();
        for (int p = 0; p < out.values().length; p++) {
            double sum = start(reduction);
            for (int c = 0; c < channels; c++) {
                sum = step(reduction, sum, in.values()[p * channels + c]);
            }
            out.values()[p] = (float) finished(reduction, sum, channels);
        }
        return out;
    }

    private static double start(Reduction reduction) {
        return switch (reduction) {
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
            default -> 0;
        };
    }

    private static double step(Reduction reduction, double sum, double value) {
        return switch (reduction) {
            case MAX -> Math.max(sum, value);
            case MIN -> Math.min(sum, value);
            case L2 -> sum + value * value;
            default -> sum + value;
        };
    }

    private static double finished(Reduction reduction, double sum, int taken) {
        return switch (reduction) {
            case AVERAGE -> sum / Math.max(1, taken);
            case L2 -> Math.sqrt(sum);
            default -> sum;
        };
    }
}
