package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/**
 * Results that are composed of partial sums, on a trained perceptron of two layers, against a second implementation that knows nothing of
 * arrays: 6-bit inputs as two digits of 3 bits, 8-bit weights as two of 4, the partial sums of high and low digits rounded one by one.
 */
class ComposedTest {
    private static final Path PERCEPTRON = Path.of("../reports/examples/fmnist-perceptron.onnx");
    private static final int CALIBRATION = 64;
    private static final int TESTED = 400;
    private static final int ROWS = 256;
    /** Part of the largest sum by design that amplifiers convert. */
    private static final double COVERAGE = 0.05;

    private final Network network =
            OnnxReader.read(PERCEPTRON, OnnxOptions.DEFAULT).folded();
    private final DataSet data = Pictures.shipped();

    private static ChipSpec chip(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "tile.core.array.cell={bits: 4}",
                "tile.core.weights.bias=digital",
                "tile.core.adc.range=full-scale",
                "tile.core.adc.coverage=" + COVERAGE));
        settings.addAll(List.of(more));
        return Given.chip("prime", settings);
    }

    private Batch outputs(ChipSpec chip) {
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, List.of(data.batch(0, CALIBRATION)), 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        return new Interpreter(network, arithmetic)
                .run(List.of(data.batch(CALIBRATION, TESTED)))
                .get(0);
    }

    private double accuracy(float[] outputs) {
        int classes = outputs.length / TESTED;
        int right = 0;
        for (int i = 0; i < TESTED; i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = outputs[i * classes + c] > outputs[i * classes + best] ? c : best;
            }
            right += best == data.label(CALIBRATION + i) ? 1 : 0;
        }
        return (double) right / TESTED;
    }

    @Test
    void a_perceptron_loses_what_a_second_implementation_of_its_partial_sums_loses() {
        float[] made = outputs(chip()).values();
        float[] wanted = new SecondImplementation(true).outputs();
        assertThat(made).hasSameSizeAs(wanted);
        int unlike = 0;
        double largest = 0;
        for (float each : wanted) {
            largest = Math.max(largest, Math.abs(each));
        }
        for (int i = 0; i < wanted.length; i++) {
            unlike += Math.abs(made[i] - wanted[i]) > largest / 31 * 0.6 ? 1 : 0;
        }
        // sums half-way between two codes may go either way, here and there, and take a code of a buffer with them
        assertThat(unlike).isLessThanOrEqualTo(wanted.length / 200);
        assertThat(accuracy(made)).isCloseTo(accuracy(wanted), within(0.01));
    }

    @Test
    void leaving_partial_sums_out_costs_accuracy_and_so_it_does_in_the_second_implementation() {
        double composed = accuracy(outputs(chip()).values());
        double whole = accuracy(outputs(chip("tile.core.composed=false", "tile.core.adc.bits=12"))
                .values());
        double exact = accuracy(new SecondImplementation(false).outputs());
        assertThat(whole).isCloseTo(exact, within(0.02));
        assertThat(composed).isLessThan(exact - 0.01);
    }

    /** The perceptron once more, from its weights and the rules above alone. */
    private final class SecondImplementation {
        private final boolean composed;

        SecondImplementation(boolean composed) {
            this.composed = composed;
        }

        float[] outputs() {
            List<Node> dense = network.nodes().stream()
                    .filter(node -> node.matrix() != null)
                    .toList();
            float[] calibration = data.batch(0, CALIBRATION).values();
            float[] tested = data.batch(CALIBRATION, TESTED).values();
            double seen = largest(calibration);
            for (int l = 0; l < dense.size(); l++) {
                Layer layer = new Layer(dense.get(l));
                boolean last = l == dense.size() - 1;
                tested = layer.run(tested, TESTED, seen / 63, !last);
                calibration = layer.inFloatingPoint(calibration, CALIBRATION, !last);
                seen = 1.25 * largest(calibration);
                if (last) {
                    keep(tested, seen / 31, -31, 31);
                } else {
                    keep(tested, seen / 63, 0, 63);
                }
            }
            return tested;
        }

        private void keep(float[] values, double unit, int low, int high) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.max(low, Math.min(high, Math.rint(values[i] / unit))) * unit);
            }
        }

        private double largest(float[] values) {
            double largest = 0;
            for (float each : values) {
                largest = Math.max(largest, Math.abs(each));
            }
            return largest;
        }

        /** A layer: weights by output and input. */
        private final class Layer {
            private final float[] kernel;
            private final float[] bias;
            private final int outputs;
            private final int inputs;

            Layer(Node node) {
                var tensors = Objects.requireNonNull(node.weightsHeld()).tensors();
                this.kernel =
                        Objects.requireNonNull(tensors.get("kernel")).values().get();
                this.bias = Objects.requireNonNull(tensors.get("bias")).values().get();
                this.outputs = bias.length;
                this.inputs = kernel.length / outputs;
            }

            float[] inFloatingPoint(float[] in, int vectors, boolean rectified) {
                float[] out = new float[vectors * outputs];
                for (int v = 0; v < vectors; v++) {
                    for (int o = 0; o < outputs; o++) {
                        double sum = bias[o];
                        for (int r = 0; r < inputs; r++) {
                            sum += in[v * inputs + r] * kernel[o * inputs + r];
                        }
                        out[v * outputs + o] = (float) (rectified ? Math.max(0, sum) : sum);
                    }
                }
                return out;
            }

            float[] run(float[] in, int vectors, double unit, boolean rectified) {
                double weightUnit = largest(kernel) / 127;
                float[] out = new float[vectors * outputs];
                for (int v = 0; v < vectors; v++) {
                    for (int o = 0; o < outputs; o++) {
                        double sum = 0;
                        for (int from = 0; from < inputs; from += ROWS) {
                            sum += block(in, v, o, from, unit, weightUnit);
                        }
                        double value = sum * unit * weightUnit + bias[o];
                        out[v * outputs + o] = (float) (rectified ? Math.max(0, value) : value);
                    }
                }
                return out;
            }

            /** What a pair of mats makes of its rows: high times high counts 128, high times low of the weight 8, low times high 16. */
            private double block(float[] in, int v, int o, int from, double unit, double weightUnit) {
                long highHigh = 0;
                long highLow = 0;
                long lowHigh = 0;
                long lowLow = 0;
                for (int r = from; r < Math.min(inputs, from + ROWS); r++) {
                    int input = (int) Math.max(0, Math.min(63, Math.rint(in[v * inputs + r] / unit)));
                    int weight = (int) Math.round(kernel[o * inputs + r] / weightUnit);
                    int sign = Integer.signum(weight);
                    int high = sign * (Math.abs(weight) >> 4);
                    int low = sign * (Math.abs(weight) & 15);
                    highHigh += (long) (input >> 3) * high;
                    highLow += (long) (input >> 3) * low;
                    lowHigh += (long) (input & 7) * high;
                    lowLow += (long) (input & 7) * low;
                }
                return composed
                        ? 128 * converted(highHigh, 6) + 8 * converted(highLow, 2) + 16 * converted(lowHigh, 3)
                        : 128.0 * highHigh + 8.0 * highLow + 16.0 * lowHigh + lowLow;
            }

            /** Either sign of the largest sum that is converted, in 2^bits codes. */
            private double converted(long sum, int bits) {
                double range = COVERAGE * 7 * 15 * ROWS;
                double step = Math.max(1, 2 * range / ((1 << bits) - 1));
                int first = (int) Math.floor(-((1 << bits) - 1) / 2.0);
                double code = Math.rint(sum / step);
                return Math.max(first, Math.min(first + (1 << bits) - 1, code)) * step;
            }
        }
    }
}
