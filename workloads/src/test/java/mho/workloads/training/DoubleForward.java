package mho.workloads.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Input;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Pad;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import mho.workloads.network.Softmax;
import mho.workloads.network.TransposedConv;
import mho.workloads.network.View;

/**
 * A network, not folded, in double precision, as its layers are defined: loops over map[channel][row][column], nothing of the house
 * but the layers' figures. Weights of a node are matrices as those that learn, group by group, instance by instance.
 */
final class DoubleForward {
    private final Network network;
    private final Map<String, double[][]> weights;
    private final List<double[][][]> made = new ArrayList<>();

    DoubleForward(Network network, Map<String, double[][]> weights) {
        this.network = network;
        this.weights = weights;
    }

    /** The answer to values in the order of a batch. */
    double[] run(float[] input) {
        made.clear();
        for (Node node : network.nodes()) {
            List<double[][][]> in = node.inputs().stream().map(made::get).toList();
            double[][][] map = node.layer() instanceof Input ? read(input, node.output()) : layer(node, in);
            made.add(applied(node.activation(), map));
        }
        double[][][] answer = made.get(network.results().get(0).from());
        return Arrays.stream(answer).mapToDouble(channel -> channel[0][0]).toArray();
    }

    private static double[][][] map(Shape shape) {
        return new double[shape.channels()][shape.height()][shape.width()];
    }

    private static double[][][] read(float[] input, Shape shape) {
        double[][][] map = map(shape);
        int at = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int c = 0; c < shape.channels(); c++) {
                    map[c][y][x] = input[at++];
                }
            }
        }
        return map;
    }

    private static double[][][] applied(Activation function, double[][][] map) {
        for (double[][] channel : map) {
            for (double[] row : channel) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = of(function, row[x]);
                }
            }
        }
        return map;
    }

    private static double of(Activation function, double x) {
        return switch (function) {
            case NONE -> x;
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case HARD_SIGMOID -> Math.min(1, Math.max(0, 0.2 * x + 0.5));
            case HARD_SWISH -> x * Math.min(1, Math.max(0, x / 6 + 0.5));
            case SOFTPLUS -> Math.log(1 + Math.exp(x));
            default -> throw new IllegalArgumentException(function.label());
        };
    }

    private double[][][] layer(Node node, List<double[][][]> in) {
        double[][][] out = map(node.output());
        Layer layer = node.layer();
        if (layer instanceof Conv conv) {
            convolve(node, conv.kernel(), conv.groups(), in.get(0), out, false);
        } else if (layer instanceof LocallyConnected local) {
            convolve(node, local.kernel(), 1, in.get(0), out, true);
        } else if (layer instanceof TransposedConv conv) {
            transposed(node, conv, in.get(0), out);
        } else if (layer instanceof Dense dense) {
            dense(node, dense, in.get(0), out);
        } else if (layer instanceof Recurrent recurrent) {
            recur(node, recurrent, in.get(0), out);
        } else if (layer instanceof Pool pool) {
            pool(pool, in.get(0), out);
        } else if (layer instanceof Elementwise each) {
            join(each.operator(), in, out);
        } else if (layer instanceof Concat concat) {
            concat(concat, in, out);
        } else if (layer instanceof ActivationLayer alone) {
            return applied(alone.function(), copy(in.get(0)));
        } else if (layer instanceof Softmax) {
            softmax(in.get(0), out);
        } else if (layer instanceof BatchNorm) {
            norm(node, in.get(0), out);
        } else {
            view(layer, in.get(0), out);
        }
        return out;
    }

    private static double[][][] copy(double[][][] map) {
        return Arrays.stream(map)
                .map(channel -> Arrays.stream(channel).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double at(double[][] channel, int y, int x) {
        return y < 0 || x < 0 || y >= channel.length || x >= channel[0].length ? 0 : channel[y][x];
    }

    private void convolve(Node node, Kernel k, int groups, double[][][] in, double[][][] out, boolean own) {
        double[][] all = matrices(node);
        int perGroup = in.length / groups;
        int outs = out.length / groups;
        for (int o = 0; o < out.length; o++) {
            int group = o / outs;
            for (int oy = 0; oy < out[0].length; oy++) {
                for (int ox = 0; ox < out[0][0].length; ox++) {
                    double[] w = all[own ? oy * out[0][0].length + ox : group];
                    int rows = k.height() * k.width() * perGroup;
                    double sum = w.length > rows * outs ? w[rows * outs + o % outs] : 0;
                    for (int ky = 0; ky < k.height(); ky++) {
                        for (int kx = 0; kx < k.width(); kx++) {
                            for (int c = 0; c < perGroup; c++) {
                                int y = oy * k.strideH() - k.padTop() + ky * k.dilationH();
                                int x = ox * k.strideW() - k.padLeft() + kx * k.dilationW();
                                int row = (ky * k.width() + kx) * perGroup + c;
                                sum += at(in[group * perGroup + c], y, x) * w[row * outs + o % outs];
                            }
                        }
                    }
                    out[o][oy][ox] = sum;
                }
            }
        }
    }

    /** Every input value is laid out by the kernel, turned around in the matrix. */
    private void transposed(Node node, TransposedConv conv, double[][][] in, double[][][] out) {
        double[] w = matrices(node)[0];
        Kernel k = conv.kernel();
        int taps = k.height() * k.width();
        for (int o = 0; o < out.length; o++) {
            for (double[] row : out[o]) {
                Arrays.fill(row, w[taps * in.length * out.length + o]);
            }
            for (int c = 0; c < in.length; c++) {
                for (int y = 0; y < in[0].length; y++) {
                    for (int x = 0; x < in[0][0].length; x++) {
                        for (int tap = 0; tap < taps; tap++) {
                            int oy = y * k.strideH() - k.padTop() + tap / k.width();
                            int ox = x * k.strideW() - k.padLeft() + tap % k.width();
                            if (oy >= 0 && ox >= 0 && oy < out[0].length && ox < out[0][0].length) {
                                int row = (taps - 1 - tap) * in.length + c;
                                out[o][oy][ox] += in[c][y][x] * w[row * out.length + o];
                            }
                        }
                    }
                }
            }
        }
    }

    private void dense(Node node, Dense dense, double[][][] in, double[][][] out) {
        double[] w = matrices(node)[0];
        int wide = in[0][0].length;
        int positions = in[0].length * wide;
        int rows = in.length * (dense.perPosition() ? 1 : positions);
        for (int p = 0; p < (dense.perPosition() ? positions : 1); p++) {
            for (int o = 0; o < out.length; o++) {
                double sum = w.length > rows * out.length ? w[rows * out.length + o] : 0;
                for (int r = 0; r < rows; r++) {
                    int position = dense.perPosition() ? p : r / in.length;
                    sum += in[r % in.length][position / wide][position % wide] * w[r * out.length + o];
                }
                out[o][dense.perPosition() ? p / wide : 0][dense.perPosition() ? p % wide : 0] = sum;
            }
        }
    }

    private void recur(Node node, Recurrent layer, double[][][] in, double[][][] out) {
        double[] w = matrices(node)[0];
        int hidden = layer.hidden();
        boolean lstm = layer.cell() == Recurrent.Cell.LSTM;
        int columns = lstm ? 4 * hidden : hidden;
        int rows = in.length + hidden;
        double clip = layer.details().clip();
        double[] state = new double[hidden];
        double[] cell = new double[hidden];
        for (int t = 0; t < in[0][0].length; t++) {
            double[] sums = new double[columns];
            for (int c = 0; c < columns; c++) {
                sums[c] = w.length > rows * columns ? w[rows * columns + c] : 0;
                for (int r = 0; r < rows; r++) {
                    sums[c] += (r < in.length ? in[r][0][t] : state[r - in.length]) * w[r * columns + c];
                }
                sums[c] = Math.max(-clip, Math.min(clip, sums[c]));
            }
            for (int h = 0; h < hidden; h++) {
                if (lstm) {
                    double input = of(Activation.SIGMOID, sums[h]);
                    double forget =
                            layer.details().coupled() ? 1 - input : of(Activation.SIGMOID, sums[2 * hidden + h]);
                    cell[h] = forget * cell[h] + input * Math.tanh(sums[3 * hidden + h]);
                    state[h] = of(Activation.SIGMOID, sums[hidden + h]) * Math.tanh(cell[h]);
                } else {
                    state[h] = Math.tanh(sums[h]);
                }
            }
            for (int h = 0; h < out.length; h++) {
                out[h][0][t] = h < hidden ? state[h] : cell[h - hidden];
            }
        }
    }

    private static void pool(Pool pool, double[][][] in, double[][][] out) {
        Kernel k = pool.kernel();
        for (int c = 0; c < out.length; c++) {
            for (int oy = 0; oy < out[0].length; oy++) {
                for (int ox = 0; ox < out[0][0].length; ox++) {
                    List<Double> under = new ArrayList<>();
                    for (int tap = 0; tap < k.height() * k.width(); tap++) {
                        int y = oy * k.strideH() - k.padTop() + tap / k.width() * k.dilationH();
                        int x = ox * k.strideW() - k.padLeft() + tap % k.width() * k.dilationW();
                        if (y >= 0 && x >= 0 && y < in[0].length && x < in[0][0].length) {
                            under.add(in[c][y][x]);
                        }
                    }
                    out[c][oy][ox] = reduced(pool, under);
                }
            }
        }
    }

    private static double reduced(Pool pool, List<Double> values) {
        double sum = values.stream().mapToDouble(v -> v).sum();
        double sign = pool.reduction() == Reduction.MIN ? -1 : 1;
        return switch (pool.reduction()) {
            case MAX, MIN -> sign
                    * values.stream().mapToDouble(v -> sign * v).max().orElseThrow();
            case AVERAGE -> sum
                    / (pool.countsPadding()
                            ? pool.kernel().height() * pool.kernel().width()
                            : values.size());
            default -> sum;
        };
    }

    private static void join(Elementwise.Operator operator, List<double[][][]> in, double[][][] out) {
        for (int c = 0; c < out.length; c++) {
            for (int y = 0; y < out[0].length; y++) {
                for (int x = 0; x < out[0][0].length; x++) {
                    double result = stretched(in.get(0), c, y, x);
                    for (double[][][] other : in.subList(1, in.size())) {
                        double value = stretched(other, c, y, x);
                        result = switch (operator) {
                            case ADD -> result + value;
                            case SUBTRACT -> result - value;
                            default -> result * value;
                        };
                    }
                    out[c][y][x] = result;
                }
            }
        }
    }

    private static double stretched(double[][][] map, int c, int y, int x) {
        double[][] channel = map[Math.min(c, map.length - 1)];
        double[] row = channel[Math.min(y, channel.length - 1)];
        return row[Math.min(x, row.length - 1)];
    }

    private static void concat(Concat concat, List<double[][][]> in, double[][][] out) {
        int before = 0;
        for (double[][][] each : in) {
            for (int c = 0; c < each.length; c++) {
                for (int y = 0; y < each[0].length; y++) {
                    for (int x = 0; x < each[0][0].length; x++) {
                        switch (concat.along()) {
                            case CHANNELS -> out[before + c][y][x] = each[c][y][x];
                            case HEIGHT -> out[c][before + y][x] = each[c][y][x];
                            case WIDTH -> out[c][y][before + x] = each[c][y][x];
                        }
                    }
                }
            }
            before += switch (concat.along()) {
                case CHANNELS -> each.length;
                case HEIGHT -> each[0].length;
                case WIDTH -> each[0][0].length;
            };
        }
    }

    private static void softmax(double[][][] in, double[][][] out) {
        for (int y = 0; y < in[0].length; y++) {
            for (int x = 0; x < in[0][0].length; x++) {
                double sum = 0;
                for (double[][] channel : in) {
                    sum += Math.exp(channel[y][x]);
                }
                for (int c = 0; c < in.length; c++) {
                    out[c][y][x] = Math.exp(in[c][y][x]) / sum;
                }
            }
        }
    }

    private static void norm(Node node, double[][][] in, double[][][] out) {
        float[] scale = GradientCase.tensor(node, "scale");
        float[] shift = GradientCase.tensor(node, "shift");
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < in[0].length; y++) {
                for (int x = 0; x < in[0][0].length; x++) {
                    out[c][y][x] = in[c][y][x] * scale[c] + shift[c];
                }
            }
        }
    }

    /** Values counted channel by channel, as ONNX counts them. */
    private static void view(Layer layer, double[][][] in, double[][][] out) {
        int high = out[0].length;
        int wide = out[0][0].length;
        for (int i = 0; i < out.length * high * wide; i++) {
            int c = i / (high * wide);
            int y = i / wide % high;
            int x = i % wide;
            if (layer instanceof Slice slice) {
                out[c][y][x] =
                        in[slice.firstChannel() + c][slice.top() + y * slice.stepH()][slice.left() + x * slice.stepW()];
            } else if (layer instanceof Pad pad) {
                out[c][y][x] = at(in[c], y - pad.top(), x - pad.left());
            } else if (layer instanceof View seen && seen.what().equals("transpose")) {
                out[c][y][x] = in[c][x][y];
            } else {
                int inWide = in[0][0].length;
                int positions = in[0].length * inWide;
                out[c][y][x] = in[i / positions][i % positions / inWide][i % inWide];
            }
        }
    }

    private double[][] matrices(Node node) {
        double[][] all = weights.get(node.name());
        if (all == null) {
            throw new IllegalArgumentException("no weights of " + node.name());
        }
        return all;
    }
}
