package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.workloads.network.Function;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Convolutions and dense layers in arrays against loops over their kernels as an .onnx file has them. Nothing is shared with what is checked:
 * ranges, codes and windows follow the README's words once more, and what comes out is compared code by code.
 */
class ByHandTest {
    private static final List<String> SIGNS = List.of("pair", "cell-pair", "offset", "shared-reference");

    /** Those whose codes below zero reach to -2^(b-1), and one whose codes are as many on either side. */
    private static final List<String> DRIVERS = List.of(
            "{kind: bit-serial, bits: 1, energy: 1 pJ, area: 1 um2}",
            "{kind: voltage-level, bits: 3, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 8, unit: 1 ns, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 8, unit: 1 ns, negative: two-phases, energy: 1 pJ, area: 1 um2}");

    static IntStream seeds() {
        return IntStream.range(0, 64);
    }

    /** The shape of a layer: a dense one has a kernel as large as its map. */
    private record Shape(
            int channels, int height, int width, int kernel, int stride, int pad, int groups, int outputs) {
        static Shape draw(Random random) {
            int groups = 1 + random.nextInt(3);
            int channels = groups * (1 + random.nextInt(3));
            return new Shape(
                    channels,
                    3 + random.nextInt(5),
                    3 + random.nextInt(5),
                    1 + random.nextInt(3),
                    1 + random.nextInt(2),
                    random.nextInt(2),
                    groups,
                    groups * (1 + random.nextInt(4)));
        }

        int high() {
            return (height + 2 * pad - kernel) / stride + 1;
        }

        int wide() {
            return (width + 2 * pad - kernel) / stride + 1;
        }

        Network network(boolean dense) {
            String input = channels + ", " + height + ", " + width;
            return dense
                    ? Given.network(input, "dense: {out: %d}".formatted(outputs))
                    : Given.network(
                            input,
                            "conv: {out: %d, kernel: %d, stride: %d, pad: %d, groups: %d}"
                                    .formatted(outputs, kernel, stride, pad, groups));
        }
    }

    /** Bits and signs of a chip. */
    private record Codes(int values, int weights, boolean biased, boolean uneven, boolean biasInArray) {
        /** One bit that has no room for a zero. */
        boolean signs() {
            return biased && weights == 1;
        }

        boolean biasRow() {
            return biasInArray && !signs();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLayerIsWhatItsKernelSays(int seed) {
        Random random = Seeds.random(1000 + seed);
        Shape shape = Shape.draw(random);
        boolean dense = seed % 4 == 3;
        String sign = SIGNS.get(seed / 4 % 4);
        int driver = random.nextInt(DRIVERS.size());
        Codes codes = new Codes(
                3 + random.nextInt(6),
                1 + random.nextInt(8),
                sign.startsWith("offset") || sign.startsWith("shared"),
                driver < 3,
                random.nextBoolean());
        List<String> settings = settings(random, sign, DRIVERS.get(driver), codes);
        Network network = Trained.randomly(shape.network(dense), random).folded();
        double low = random.nextBoolean() ? 0 : -0.7;
        Batch calibration = Trained.evenly(3, network.node(0).output(), low, 1, random);
        Batch inputs = Trained.evenly(2, network.node(0).output(), 1.3 * low, 1.3, random);
        ProgrammedNetwork analog =
                ProgrammedNetwork.of(Given.chip("analog-256", settings), network, List.of(calibration), 0, seed);
        Batch made =
                new Interpreter(network, unrounded(analog)).run(List.of(inputs)).get(0);

        Oracle oracle = new Oracle(shape, dense, codes, network.node(1), calibration);
        double[] wanted = oracle.codes(inputs);
        assertThat(made.values()).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            double code = (made.values()[i] - oracle.addedTo(i)) / oracle.unit();
            assertThat(code)
                    .as("seed %d, value %d, %s, %s", seed, i, shape, settings)
                    .isCloseTo(wanted[i], within(0.4));
        }
    }

    private static List<String> settings(Random random, String sign, String driver, Codes codes) {
        int cellBits = 1 + random.nextInt(codes.weights);
        List<String> settings = new ArrayList<>();
        settings.add("precision.values=" + codes.values + " bit");
        settings.add("tile.core.array.rows=" + (2 + random.nextInt(30)));
        settings.add("tile.core.array.columns=" + (2 * codes.weights + random.nextInt(40)));
        settings.add("tile.core.array.read-time=10 ns");
        settings.add("tile.core.array.cell={bits: " + cellBits + "}");
        settings.add("tile.core.weights={bits: %d, sign: %s, bias: %s}"
                .formatted(codes.weights, sign, codes.biasInArray ? "array" : "digital"));
        settings.add("tile.core.driver=" + driver);
        settings.add(
                "tile.core.adc={kind: sar, bits: 24, rate: 1 GS/s, count: 2, range: full-scale, energy: 1 pJ, area: 1 um2}");
        return settings;
    }

    /** What arrays yield before a buffer rounds it. */
    private static Arithmetic unrounded(ProgrammedNetwork analog) {
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        return new Arithmetic() {
            @Override
            public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
                arithmetic.multiply(node, group, instance, in, vectors, out);
            }

            @Override
            public int groupsTogether(Node node) {
                return arithmetic.groupsTogether(node);
            }

            @Override
            public void activate(Node node, Function function, float[] values, int from, int to) {
                throw new AssertionError("there is no activation");
            }

            @Override
            public void store(Node node, Batch result) {
                if (node.id() == 0) {
                    arithmetic.store(node, result);
                }
            }
        };
    }

    /** The layer by hand. */
    private static final class Oracle {
        private final Shape shape;
        private final boolean dense;
        private final Codes bits;
        private final float[] kernel;
        private final float[] bias;
        private final boolean negative;
        private final double magnitude;
        private final double inputUnit;
        private final double weightUnit;

        Oracle(Shape shape, boolean dense, Codes bits, Node node, Batch calibration) {
            this.shape = shape;
            this.dense = dense;
            this.bits = bits;
            TrainedWeights held = Objects.requireNonNull(node.weightsHeld());
            this.kernel = values(held.tensors().get("kernel"));
            this.bias = values(held.tensors().get("bias"));
            double lowest = 0;
            double highest = 0;
            for (float x : calibration.values()) {
                lowest = Math.min(lowest, x);
                highest = Math.max(highest, x);
            }
            this.negative = lowest < 0;
            this.magnitude = Math.max(-lowest, highest);
            this.inputUnit = Math.max(highest / highestCode(), negative ? lowest / lowestCode() : 0);
            double largest = 0;
            for (float w : kernel) {
                largest = Math.max(largest, Math.abs(w));
            }
            for (float b : bias) {
                largest = Math.max(largest, bits.biasRow() ? Math.abs(b) / (highestCode() * inputUnit) : 0);
            }
            this.weightUnit = largest / Math.max(1, (1 << (bits.weights - 1)) - 1);
        }

        private static float[] values(@Nullable Tensor tensor) {
            return tensor == null ? new float[0] : tensor.values().get();
        }

        private int highestCode() {
            return (1 << (negative ? bits.values - 1 : bits.values)) - 1;
        }

        private int lowestCode() {
            return !negative ? 0 : bits.uneven ? -highestCode() - 1 : -highestCode();
        }

        /** A value from a buffer, then as the driver's code. */
        private long code(double x) {
            double unit = magnitude / highestCode();
            double stored =
                    Math.max(negative ? -highestCode() : 0, Math.min(highestCode(), Math.rint(x / unit))) * unit;
            return Math.max(lowestCode(), Math.min(highestCode(), Math.round(stored / inputUnit)));
        }

        private long weight(double w) {
            if (bits.signs()) {
                return w < 0 ? -1 : 1;
            }
            int largest = Math.max(1, (1 << (bits.weights - 1)) - 1);
            int highest = bits.biased ? (1 << (bits.weights - 1)) - 1 : largest;
            return Math.max(-largest, Math.min(highest, Math.round(w / weightUnit)));
        }

        double unit() {
            return inputUnit * weightUnit;
        }

        /** A bias that is added digitally. */
        double addedTo(int i) {
            return bits.biasRow() ? 0 : bias[i % shape.outputs];
        }

        /** Sums of products of codes, by image, position and channel. */
        double[] codes(Batch in) {
            int rows = dense ? 1 : shape.high();
            int columns = dense ? 1 : shape.wide();
            double[] sums = new double[in.count() * rows * columns * shape.outputs];
            int at = 0;
            for (int image = 0; image < in.count(); image++) {
                for (int y = 0; y < rows; y++) {
                    for (int x = 0; x < columns; x++) {
                        for (int o = 0; o < shape.outputs; o++) {
                            long biased =
                                    bits.biasRow() ? highestCode() * weight(bias[o] / (highestCode() * inputUnit)) : 0;
                            sums[at++] = biased + (dense ? all(in, image, o) : window(in, image, y, x, o));
                        }
                    }
                }
            }
            return sums;
        }

        /** Kernel: output, channel, row, column; values: image, row, column, channel. */
        private long all(Batch in, int image, int o) {
            long sum = 0;
            int next = o * shape.channels * shape.height * shape.width;
            for (int c = 0; c < shape.channels; c++) {
                for (int y = 0; y < shape.height; y++) {
                    for (int x = 0; x < shape.width; x++) {
                        sum += code(at(in, image, y, x, c)) * weight(kernel[next++]);
                    }
                }
            }
            return sum;
        }

        private long window(Batch in, int image, int y, int x, int o) {
            int ofGroup = shape.channels / shape.groups;
            int first = o / (shape.outputs / shape.groups) * ofGroup;
            long sum = 0;
            int next = o * ofGroup * shape.kernel * shape.kernel;
            for (int c = first; c < first + ofGroup; c++) {
                for (int ky = 0; ky < shape.kernel; ky++) {
                    for (int kx = 0; kx < shape.kernel; kx++) {
                        int fromY = y * shape.stride - shape.pad + ky;
                        int fromX = x * shape.stride - shape.pad + kx;
                        float w = kernel[next++];
                        if (fromY >= 0 && fromY < shape.height && fromX >= 0 && fromX < shape.width) {
                            sum += code(at(in, image, fromY, fromX, c)) * weight(w);
                        }
                    }
                }
            }
            return sum;
        }

        private double at(Batch in, int image, int y, int x, int c) {
            int position = (image * shape.height + y) * shape.width + x;
            return in.values()[position * shape.channels + c];
        }
    }
}
