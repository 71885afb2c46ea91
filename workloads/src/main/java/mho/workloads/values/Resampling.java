package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.Resize;
import mho.workloads.network.Resize.Interpolation;
import mho.workloads.network.Resize.Sampling;
import mho.workloads.network.Shape;

/** Maps stretched or shrunk, rows first, then columns. */
final class Resampling {
    private Resampling() {}

    static void run(Resize layer, Batch in, Batch out) {
        Shape from = in.shape();
        Shape to = out.shape();
        Taps rows = Taps.of(layer, from.height(), to.height(), layer.sampling().scaleH());
        Taps columns = Taps.of(layer, from.width(), to.width(), layer.sampling().scaleW());
        int channels = from.channels();
        float[] tall = along(rows, in.values(), in.count(), from.height(), from.width() * channels);
        float[] wide = along(columns, tall, in.count() * to.height(), from.width(), channels);
        System.arraycopy(wide, 0, out.values(), 0, wide.length);
    }

    /** {@code blocks} times {@code extent} runs of {@code run} values, the runs of a block weighed together. */
    private static float[] along(Taps taps, float[] values, int blocks, int extent, int run) {
        int outs = taps.index.length;
        float[] made = new float[blocks * outs * run];
        for (int b = 0; b < blocks; b++) {
            for (int o = 0; o < outs; o++) {
                int to = (b * outs + o) * run;
                for (int t = 0; t < taps.index[o].length; t++) {
                    int from = (b * extent + taps.index[o][t]) * run;
                    float weight = taps.weight[o][t];
                    for (int k = 0; weight != 0 && k < run; k++) {
                        made[to + k] += weight * values[from + k];
                    }
                }
            }
        }
        return made;
    }

    /** For each output index the input indices it is made of, and their weights. */
    private static final class Taps {
        final int[][] index;
        final float[][] weight;

        private Taps(int outs, int taps) {
            index = new int[outs][taps];
            weight = new float[outs][taps];
        }

        static Taps of(Resize layer, int in, int out, double given) {
            Sampling how = layer.sampling();
            if (in == out && (Double.isNaN(given) || given == 1)) {
                Taps same = new Taps(out, 1);
                for (int o = 0; o < out; o++) {
                    same.index[o][0] = o;
                    same.weight[o][0] = 1;
                }
                return same;
            }
            double scale = Double.isNaN(given) ? (double) out / in : given;
            boolean nearest = layer.interpolation() == Interpolation.NEAREST;
            Taps taps = new Taps(out, nearest ? 1 : how.cubic() == 0 ? 2 : 4);
            for (int o = 0; o < out; o++) {
                double x = place(how.place(), o, in, out, scale);
                if (nearest) {
                    taps.index[o][0] = clamp(rounded(how.nearest(), x), in);
                    taps.weight[o][0] = 1;
                } else {
                    taps.weigh(o, how.cubic() == 0 ? Math.min(in - 1.0, Math.max(0, x)) : x, in, how);
                }
            }
            return taps;
        }

        private void weigh(int o, double x, int in, Sampling how) {
            int base = (int) Math.floor(x);
            double f = x - base;
            int taps = index[o].length;
            double[] weights = taps == 2 ? new double[] {1 - f, f} : cubic(f, how.cubic());
            double sum = 0;
            for (int t = 0; t < taps; t++) {
                int at = base + t - (taps / 2 - 1);
                boolean outside = at < 0 || at >= in;
                weights[t] = outside && how.excludesOutside() ? 0 : weights[t];
                index[o][t] = clamp(at, in);
                sum += weights[t];
            }
            for (int t = 0; t < taps; t++) {
                weight[o][t] = (float) (how.excludesOutside() ? weights[t] / sum : weights[t]);
            }
        }

        /** Keys, IEEE Trans. ASSP 29(6), 1981. */
        private static double[] cubic(double f, double a) {
            double[] weights = new double[4];
            for (int t = 0; t < 4; t++) {
                double d = Math.abs(f - (t - 1));
                weights[t] = d <= 1
                        ? ((a + 2) * d - (a + 3)) * d * d + 1
                        : d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
            }
            return weights;
        }

        private static int clamp(int index, int extent) {
            return Math.max(0, Math.min(extent - 1, index));
        }

        private static double place(String mode, int o, int in, int out, double scale) {
            return switch (mode) {
                case "half_pixel" -> (o + 0.5) / scale - 0.5;
                case "half_pixel_symmetric" -> {
                    double fit = out / (scale * in);
                    yield in / 2.0 * (1 - fit) + (o + 0.5) / scale - 0.5;
                }
                case "pytorch_half_pixel" -> out > 1 ? (o + 0.5) / scale - 0.5 : 0;
                case "align_corners" -> out > 1 ? (double) o * (in - 1) / (out - 1) : 0;
                case "asymmetric" -> o / scale;
                case "tf_half_pixel_for_nn" -> (o + 0.5) / scale;
                default -> throw new BadInput("resizing by " + mode + " cannot be computed");
            };
        }

        private static int rounded(String mode, double x) {
            return (int)
                    switch (mode) {
                        case "floor" -> Math.floor(x);
                        case "ceil" -> Math.ceil(x);
                        case "round_prefer_ceil" -> Math.floor(x + 0.5);
                        default -> Math.ceil(x - 0.5);
                    };
        }
    }
}
